using Novita.Client.Http;

namespace Novita.Client.Tests.Http;

public sealed class BodyLimitTests
{
    [Fact]
    public async Task A_body_that_is_announced_as_too_large_is_not_read()
    {
        var body = BodyStream.Endless();
        using var test = new TestClient(Answers.Content(body, ResponseBody.MaximumBytes + 1L));

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.Contains("64 MB", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, body.BytesRead);
        Assert.Equal(1, test.Handler.Count);
    }

    [Theory]
    [InlineData(200, ResponseBody.MaximumBytes, NovitaErrorKind.ResponseInvalid)]
    [InlineData(401, ResponseBody.MaximumErrorBytes, NovitaErrorKind.ApiKeyRefused)]
    public async Task A_body_without_end_is_read_to_a_limit_which_is_smaller_for_an_error(int status, int limit, NovitaErrorKind kind)
    {
        var body = BodyStream.Endless();
        using var test = new TestClient(async _ =>
        {
            await Task.Yield();
            return new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StreamContent(body) };
        });

        Assert.Equal(kind, (await test.FailAsync()).Kind);
        Assert.InRange(body.BytesRead, limit, 3L * limit);
    }

    [Fact]
    public async Task Nothing_of_a_body_is_left_in_the_buffer_that_it_borrowed()
    {
        using var content = new ByteArrayContent([.. Enumerable.Repeat((byte)'x', 1000)]);
        var body = await ResponseBody.ReadAsync(content, ResponseBody.MaximumBytes, CancellationToken.None);

        Assert.Equal(0, Left(body));

        static int Left(ResponseBody body)
        {
            var bytes = body.Bytes;
            body.Dispose();
            return bytes.Count((byte)'x');
        }
    }

    [Fact]
    public async Task Nothing_of_a_body_is_left_in_a_buffer_that_it_outgrew()
    {
        // A StreamContent of a stream that cannot seek tells no length.
        using var content = new StreamContent(BodyStream.BrokenOff(new string('x', 200_000), new IOException()));

        await Assert.ThrowsAsync<IOException>(() => ResponseBody.ReadAsync(content, ResponseBody.MaximumBytes, CancellationToken.None));

        Assert.DoesNotContain((byte)'x', System.Buffers.ArrayPool<byte>.Shared.Rent((64 * 1024) + 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    public async Task A_body_is_read_whole_whether_its_length_is_announced_or_not(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(index => (byte)('a' + (index % 26))).ToArray();
        foreach (var announced in new long?[] { null, length })
        {
            using var content = new StreamContent(new MemoryStream(bytes));
            content.Headers.ContentLength = announced;

            using var body = await ResponseBody.ReadAsync(content, ResponseBody.MaximumBytes, CancellationToken.None);

            Assert.Equal(bytes, body.Bytes.ToArray());
        }
    }
}
