using System.Text;

namespace Novita.Client.Tests.Fixtures;

/// <summary>The body of a reply that comes in pieces and then breaks off, goes on for ever, or stalls.</summary>
internal sealed class BodyStream : Stream
{
    private readonly byte[] _begin;
    private readonly Func<Memory<byte>, CancellationToken, Task<int>> _goOn;
    private int _position;

    private BodyStream(string begin, Func<Memory<byte>, CancellationToken, Task<int>> goOn)
    {
        _begin = Encoding.UTF8.GetBytes(begin);
        _goOn = goOn;
    }

    /// <summary>How many bytes were read so far.</summary>
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Breaks off with <paramref name="error"/> after <paramref name="begin"/>.</summary>
    public static BodyStream BrokenOff(string begin, Exception error) => new(begin, (_, _) => Task.FromException<int>(error));

    /// <summary>Says nothing more after <paramref name="begin"/>, and does not end.</summary>
    public static BodyStream Stalled(string begin) => new(begin, async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    });

    /// <summary>Spaces without end.</summary>
    public static BodyStream Endless() => new("", (buffer, _) =>
    {
        buffer.Span.Fill((byte)' ');
        return Task.FromResult(buffer.Length);
    });

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        if (_position < _begin.Length)
        {
            read = Math.Min(buffer.Length, _begin.Length - _position);
            _begin.AsMemory(_position, read).CopyTo(buffer);
            _position += read;
        }
        else
        {
            read = await _goOn(buffer, cancellationToken);
        }

        BytesRead += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
