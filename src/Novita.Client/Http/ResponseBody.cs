using System.Buffers;

namespace Novita.Client.Http;

/// <summary>
/// The body of a response, read whole into a pooled buffer: a truncated body is told from a malformed one, and parsing never waits.
/// </summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>No page of this service comes near this; a body past it is refused before memory is.</summary>
    internal const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>The words of an error fit in less.</summary>
    internal const int MaximumErrorBytes = 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    private byte[] _buffer;
    private int _length;

    /// <summary>Makes an empty body.</summary>
    public ResponseBody()
        : this(0)
    {
    }

    private ResponseBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The bytes, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            var bytes = _buffer.AsSpan(0, _length);
            return bytes.StartsWith(ByteOrderMark) ? bytes.Slice(ByteOrderMark.Length) : bytes;
        }
    }

    public int Length => _length;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads <paramref name="content"/> to its end.</summary>
    /// <exception cref="NovitaException">The body is larger than <paramref name="maximum"/> bytes.</exception>
    public static async Task<ResponseBody> ReadAsync(HttpContent content, int maximum, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength ?? FirstBuffer;
        RefuseOver(maximum, announced);
        var body = new ResponseBody((int)announced + 1);
        try
        {
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
            int read;
            while ((read = await stream.ReadAsync(body._buffer, body._length, body._buffer.Length - body._length, cancellationToken)
                .ConfigureAwait(false)) > 0)
            {
                body._length += read;
                RefuseOver(maximum, body._length);
                body.GrowWhenFull();
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        // Whoever borrows it next has no business with a password.
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
    }

    private static void RefuseOver(int maximum, long length)
    {
        if (length > maximum)
        {
            throw new NovitaException(NovitaErrorKind.ResponseInvalid,
                $"The service's response is larger than {maximum / 1024 / 1024} MB.");
        }
    }

    private void GrowWhenFull()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Buffer.BlockCopy(_buffer, 0, larger, 0, _length);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }
    }
}
