using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Novita.Client.Http;
using Novita.Client.Parallel;

namespace Novita.Client.Waiting;

/// <summary>Tries whether something in an instance answers: "running" comes before that. What is sent holds no key.</summary>
internal sealed class ReadinessProbe
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(1);

    private readonly int? _port;
    private readonly ConcurrentDictionary<Awaited<Instance>, bool> _lacking = new();

    /// <summary>Prepares to try.</summary>
    /// <param name="port">A port that the instance has open; null for its SSH server.</param>
    public ReadinessProbe(int? port) => _port = port;

    /// <summary>What is tried: <c>SSH</c>, or <c>port 8888</c>.</summary>
    public override string ToString() => _port is { } port ? $"port {port}" : "SSH";

    /// <summary>
    /// Tries once, and tells whether the wait is over: the instance answers, or it does not have the port open. Connection data is read
    /// first, because it changes with every start.
    /// </summary>
    internal async Task<bool> IsDoneAsync(Awaited<Instance> awaited, WaitGoal<Instance> goal, CallContext call)
    {
        try
        {
            var instance = await awaited.Client.GetInstanceAsync(awaited.Id, call).ConfigureAwait(false);
            awaited.See(instance, goal.StateOf(instance), goal.SignatureOf(instance));
            if (_port is { } port && Lacks(awaited, port))
            {
                awaited.Fail(new NovitaException(NovitaErrorKind.WaitUnreachable,
                    $"Port {port} will not answer: the instance does not have it open, only {instance.PortMappings}."));
                return true;
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
            patience.CancelAfter(s_patience);
            return await AnswersAsync(instance, awaited.Client.Options, patience.Token).ConfigureAwait(false);
        }
        catch (Exception) when (call.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(call.CancellationToken);
        }
        catch (Exception)
        {
            // The service may send an invalid address, and .NET reports that in many ways.
            call.Tell(ClientEventKind.Step, $"instance {awaited.Id}: {this} does not answer yet");
            return false;
        }
    }

    /// <summary>Tells whether it has ports open but not this one, the second time in a row: one look may be too early.</summary>
    private bool Lacks(Awaited<Instance> awaited, int port)
    {
        var lacks = awaited.Resource is { PortMappings: { Count: > 0 } open } && open.All(mapping => mapping.Port != port);
        var lacked = _lacking.TryGetValue(awaited, out var before) && before;
        _lacking[awaited] = lacks;
        return lacked && lacks;
    }

    private Task<bool> AnswersAsync(InstanceDetail instance, NovitaClientOptions options, CancellationToken cancellationToken)
    {
        if (_port is not { } port)
        {
            return TcpAnswersAsync(SshEndpoint(instance), greets: true, cancellationToken);
        }

        return instance.PortMappings.FirstOrDefault(mapping => mapping.Port == port) is { Endpoint: { } endpoint } open
            ? open.Type == "tcp" ? TcpAnswersAsync(endpoint, greets: false, cancellationToken)
                : HttpAnswersAsync(endpoint, options, cancellationToken)
            : Task.FromResult(false);
    }

    /// <summary>The address in <c>ssh -p 32787 root@host</c>.</summary>
    private static string? SshEndpoint(InstanceDetail instance)
    {
        var command = instance.ConnectComponentSSH?.RevealSshCommand() is { Length: > 0 } known ? known : instance.RevealSshCommand() ?? "";
        var port = Regex.Match(command, @"\s-p\s*(\d+)");
        var host = Regex.Match(command, @"[^\s@]+@([^\s:]+)");
        return host.Success ? $"{host.Groups[1].Value}:{(port.Success ? port.Groups[1].Value : "22")}" : null;
    }

    /// <summary>
    /// Tries a connection. A relay accepts it before the instance does and then drops it, so the connection must stay open or send a
    /// greeting.
    /// </summary>
    private static async Task<bool> TcpAnswersAsync(string? endpoint, bool greets, CancellationToken cancellationToken)
    {
        if (endpoint is null || !Uri.TryCreate($"tcp://{endpoint}", UriKind.Absolute, out var address) || address.Port <= 0)
        {
            return false;
        }

        using var tcp = new TcpClient();
        using var cut = cancellationToken.Register(tcp.Dispose);
        try
        {
            await tcp.ConnectAsync(address.DnsSafeHost, address.Port).ConfigureAwait(false);
            var first = tcp.GetStream().ReadAsync(new byte[4], 0, 4, cancellationToken);
            var isSilent = !greets && await Task.WhenAny(first, Task.Delay(s_silence, cancellationToken)).ConfigureAwait(false) != first;
            _ = first.ObserveAsync();
            return isSilent || await first.ConfigureAwait(false) > 0;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // A client that is cut off while it connects throws what it likes, on .NET Framework even a NullReferenceException.
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Tries a request. A gateway whose backend is down answers with 502, 503 or 504.</summary>
    private static async Task<bool> HttpAnswersAsync(string endpoint, NovitaClientOptions options, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(endpoint.Contains("://") ? endpoint : $"https://{endpoint}", UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return false;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        using var http = new HttpClient(NetworkHandler.CreateForOtherHost(options, address));
        using var response =
            await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return (int)response.StatusCode is not (502 or 503 or 504);
    }
}
