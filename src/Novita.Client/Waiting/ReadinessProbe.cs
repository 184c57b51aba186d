using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Novita.Client.Http;
using Novita.Client.Parallel;

namespace Novita.Client.Waiting;

/// <summary>Tries whether a port or the SSH server of a running instance answers. The API key is not sent to the instance.</summary>
internal sealed class ReadinessProbe
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(1);

    private readonly int? _port;
    private readonly ConcurrentDictionary<Awaited<Instance>, bool> _lacking = new();

    /// <summary>Creates a probe.</summary>
    /// <param name="port">An open port of the instance; null for its SSH server.</param>
    public ReadinessProbe(int? port) => _port = port;

    /// <summary>What is tried: <c>SSH</c> or <c>port 8888</c>.</summary>
    public override string ToString() => _port is { } port ? $"port {port}" : "SSH";

    /// <summary>
    /// Tries once; returns true when the instance answers or lacks the port. Connection data is read before each try, because every
    /// start changes the data.
    /// </summary>
    internal async Task<bool> IsDoneAsync(Awaited<Instance> awaited, WaitGoal<Instance> goal, CallContext call)
    {
        try
        {
            var instance = await awaited.Client.GetInstanceAsync(awaited.Id, call).ConfigureAwait(false);
            awaited.See(instance, goal.StateOf(instance), goal.SignatureOf(instance));
            if (_port is { } port && Lacks(awaited, port))
            {
                var problem = $"Port {port} will not answer: the instance does not have it open, only {instance.PortMappings}.";
                awaited.Fail(new NovitaException(NovitaErrorKind.WaitUnreachable, problem));
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
            call.Report(ClientEventKind.Step, $"instance {awaited.Id}: {this} does not answer yet");
            return false;
        }
    }

    /// <summary>Whether two looks in a row showed open ports without this one: the first may be too early.</summary>
    private bool Lacks(Awaited<Instance> awaited, int port)
    {
        var lacks = awaited.Resource is { PortMappings: { Count: > 0 } open } && open.All(mapping => mapping.Port != port);
        var lackedBefore = _lacking.TryGetValue(awaited, out var before) && before;
        _lacking[awaited] = lacks;
        return lackedBefore && lacks;
    }

    private Task<bool> AnswersAsync(InstanceDetail instance, NovitaClientOptions options, CancellationToken cancellationToken)
    {
        if (_port is not { } port)
        {
            return TcpAnswersAsync(SshEndpoint(instance), greets: true, cancellationToken);
        }

        return instance.PortMappings.FirstOrDefault(mapping => mapping.Port == port) switch
        {
            { Endpoint: { } endpoint, Type: "tcp" } => TcpAnswersAsync(endpoint, greets: false, cancellationToken),
            { Endpoint: { } endpoint } => HttpAnswersAsync(endpoint, options, cancellationToken),
            _ => Task.FromResult(false),
        };
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
    /// Tries a TCP connection, which must stay open or send a greeting: a relay in front of an instance that does not listen yet accepts
    /// connections and drops them.
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
            // A client that is disposed while it connects throws several exceptions, on .NET Framework even NullReferenceException.
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Tries a GET request. A gateway whose backend is down responds with 502, 503 or 504.</summary>
    private static async Task<bool> HttpAnswersAsync(string endpoint, NovitaClientOptions options, CancellationToken cancellationToken)
    {
        var text = endpoint.Contains("://") ? endpoint : $"https://{endpoint}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !EndpointRules.IsWeb(address))
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
