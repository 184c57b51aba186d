using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Novita.Simulator.Faults;

/// <summary>Writes to the connection itself, past a server that would send nothing malformed.</summary>
internal sealed class RawReply
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly HttpContext _context;
    private readonly Socket _socket;

    public RawReply(HttpContext context)
    {
        _context = context;
        _socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
    }

    /// <summary>A fault that sends a text as it is, in Latin-1, and ends the connection in good order.</summary>
    public static Fault Of(string name, string text) => new(name, async (context, _) =>
    {
        var reply = new RawReply(context);
        await reply.SendAsync(text);
        await reply.CloseAsync();
    });

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends bytes; once the client is gone, nothing.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0)
            {
                bytes = bytes[await _socket.SendAsync(bytes, _context.RequestAborted)..];
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    /// <summary>Says that nothing more comes, and waits for the client to close too: an earlier end could overtake what was sent.</summary>
    public async Task CloseAsync()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
        }

        await WaitForClientAsync(s_patience);
        _context.Abort();
    }

    /// <summary>Sends nothing more until the client has had enough.</summary>
    public async Task HangAsync()
    {
        await WaitForClientAsync(Timeout.InfiniteTimeSpan);
        _context.Abort();
    }

    /// <summary>Sends the same again and again until the client has had enough.</summary>
    public async Task RepeatAsync(ReadOnlyMemory<byte> bytes, TimeSpan pause)
    {
        while (!_context.RequestAborted.IsCancellationRequested)
        {
            await SendAsync(bytes);
            await WaitForClientAsync(pause);
        }

        _context.Abort();
    }

    private async Task WaitForClientAsync(TimeSpan longest)
    {
        if (longest != TimeSpan.Zero)
        {
            await Task.Delay(longest, _context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
