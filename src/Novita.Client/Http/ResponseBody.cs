using System.Buffers;

namespace Novita.Client.Http;

/// <summary>
/// The body of a response, read to its end into a pooled buffer, so that a truncated body is a connection error and not a JSON error.
/// </summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>The maximum size of a body, far above that of any page, to protect the memory.</summary>
    internal const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>The maximum size of the body of a refusal.</summary>
    internal const int MaximumErrorBytes = 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    private byte[] _buffer;
    private int _length;

    /// <summary>Creates an empty body.</summary>
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
            while (await body.ReadPartAsync(stream, cancellationToken).ConfigureAwait(false))
            {
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
        // Cleared, because the next renter of the buffer must not see passwords.
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
    }

    private static void RefuseOver(int maximum, long length)
    {
        if (length > maximum)
        {
            throw new NovitaException(
                NovitaErrorKind.ResponseInvalid, $"The service's response is larger than {maximum / 1024 / 1024} MB.");
        }
    }

    /// <summary>Reads the next bytes; returns false at the end.</summary>
    private async Task<bool> ReadPartAsync(Stream stream, CancellationToken cancellationToken)
    {
        var read = await stream.ReadAsync(_buffer, _length, _buffer.Length - _length, cancellationToken).ConfigureAwait(false);
        _length += read;
        return read > 0;
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
