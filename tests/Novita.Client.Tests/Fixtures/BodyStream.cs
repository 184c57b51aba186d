using System.Text;

namespace Novita.Client.Tests.Fixtures;

/// <summary>The body of a response that comes in pieces and then ends, breaks off, goes on for ever, or stalls.</summary>
internal sealed class BodyStream : Stream
{
    private readonly Queue<byte[]> _pieces;
    private readonly Func<Memory<byte>, CancellationToken, Task<int>> _goOn;
    private ReadOnlyMemory<byte> _piece;

    private BodyStream(IEnumerable<byte[]> pieces, Func<Memory<byte>, CancellationToken, Task<int>> goOn)
    {
        _pieces = new(pieces);
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

    /// <summary>Ends after the pieces, each of which is read by itself.</summary>
    public static BodyStream Whole(params byte[][] pieces) => new(pieces, (_, _) => Task.FromResult(0));

    /// <summary>Breaks off with <paramref name="error"/> after <paramref name="begin"/>.</summary>
    public static BodyStream BrokenOff(string begin, Exception error) =>
        new([Encoding.UTF8.GetBytes(begin)], (_, _) => Task.FromException<int>(error));

    /// <summary>Says nothing more after <paramref name="begin"/>, and does not end.</summary>
    public static BodyStream Stalled(string begin) => new([Encoding.UTF8.GetBytes(begin)], async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    });

    /// <summary>Spaces without end.</summary>
    public static BodyStream Endless() => new([], (buffer, _) =>
    {
        buffer.Span.Fill((byte)' ');
        return Task.FromResult(buffer.Length);
    });

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_piece.IsEmpty && _pieces.TryDequeue(out var next))
        {
            _piece = next;
        }

        var read = _piece.IsEmpty ? await _goOn(buffer, cancellationToken) : Math.Min(buffer.Length, _piece.Length);
        if (!_piece.IsEmpty)
        {
            _piece[..read].CopyTo(buffer);
            _piece = _piece[read..];
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
