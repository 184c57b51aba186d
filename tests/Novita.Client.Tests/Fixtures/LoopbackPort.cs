using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A real port on loopback that greets, keeps silent, hangs up or answers requests, and keeps what it was told.</summary>
internal sealed class LoopbackPort : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    private LoopbackPort(Func<NetworkStream, LoopbackPort, Task> serve)
    {
        _listener.Start();
        Number = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync(serve);
    }

    public int Number { get; }

    /// <summary>Ends when somebody has connected.</summary>
    public Task Taken => _taken.Task;

    public ConcurrentQueue<string> Requests { get; } = new();

    public static LoopbackPort Greeting(string text) => new(async (stream, port) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), port._closing.Token);
        await port.HoldAsync();
    });

    public static LoopbackPort Silent() => new((_, port) => port.HoldAsync());

    public static LoopbackPort HangingUp() => new((_, _) => Task.CompletedTask);

    public static LoopbackPort Http(int status, string headers = "") => new(async (stream, port) =>
    {
        var buffer = new byte[4096];
        var text = "";
        int read;
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer, port._closing.Token)) > 0)
        {
            text += Encoding.ASCII.GetString(buffer, 0, read);
        }

        port.Requests.Enqueue(text);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} x\r\nContent-Length: 0\r\nConnection: close\r\n{headers}\r\n"), port._closing.Token);
    });

    /// <summary>A number that nobody listens at any more.</summary>
    public static async Task<int> FreeAsync()
    {
        await using var port = Silent();
        return port.Number;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _serving;
        _listener.Dispose();
        _closing.Dispose();
    }

    private Task HoldAsync() => Task.Delay(Timeout.Infinite, _closing.Token);

    private async Task ServeAsync(Func<NetworkStream, LoopbackPort, Task> serve)
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                served.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_closing.Token), serve));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(TcpClient connection, Func<NetworkStream, LoopbackPort, Task> serve)
    {
        _taken.TrySetResult();
        try
        {
            using (connection)
            {
                await serve(connection.GetStream(), this);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
        {
            // The other end hung up, or the test is over.
        }
    }
}
