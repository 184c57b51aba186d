using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Novita.Client.Tests.Fixtures;
using Novita.Simulator;

namespace Novita.Client.Tests.Listings;

/// <summary>Faults on the way, over a real connection.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task With_a_429_a_reset_and_a_cut_page_the_list_is_whole_after_three_retries()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 3000 });
        using var faults = session.Service.Intercept(OncePerPage(new()
        {
            ["5"] = context =>
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "17";
                return Task.CompletedTask;
            },
            ["9"] = context =>
            {
                context.Abort();
                return Task.CompletedTask;
            },
            ["14"] = async context =>
            {
                context.Response.ContentLength = 10_000;
                await context.Response.WriteAsync("{\"instances\":[{\"id\":\"");
                await context.Response.Body.FlushAsync();
                context.Abort();
            },
        }));
        using var listing = session.List();

        Assert.Equal(session.Fleet, await Session.ReadAsync(listing));

        Assert.Empty(listing.Unconfirmed);
        Assert.Equal(3, session.Retries.Count());
        Assert.Contains("throttled, retry 1 of 4 in 17 s", session.Retries);
        Assert.Equal(3, session.Client.Counters.Retries);
        Assert.Equal(33, session.Client.Counters.Requests);
    }

    [Fact]
    public async Task A_packed_body_that_is_damaged_is_asked_for_again()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 10 });
        var packed = Pack(Bodies.Page(10));
        packed.AsSpan(20, 4).Fill(0xFF);
        using var faults = session.Service.Intercept(OncePerPage(new() { ["0"] = context => SendPackedAsync(context, packed) }));
        using var listing = session.List();

        Assert.Equal(session.Fleet, await Session.ReadAsync(listing));
        Assert.Single(session.Retries);
    }

    [Fact]
    public async Task A_packed_body_that_the_service_itself_cut_is_no_list()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 10 });
        var packed = Pack(Bodies.Page(10));
        using var faults = session.Service.Intercept((context, _) => SendPackedAsync(context, packed[..(packed.Length / 2)]));
        using var listing = session.List();

        var error = await Assert.ThrowsAsync<NovitaException>(() => listing.NextAsync(1));

        Assert.Contains(error.Kind, new[] { NovitaErrorKind.ResponseInvalid, NovitaErrorKind.ConnectionFailed });
    }

    [Fact]
    public async Task A_page_that_fails_for_good_is_named_after_the_rows_before_it()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 1000 });
        using var faults = session.Service.Intercept(async (context, next) =>
        {
            if (context.Request.Query["pageNum"] == "4")
            {
                context.Response.StatusCode = 503;
                return;
            }

            await next(context);
        });
        using var listing = session.List();
        var ids = new List<string>();

        var error = await Assert.ThrowsAsync<NovitaException>(async () =>
        {
            while (await listing.NextAsync(1000) is { } rows)
            {
                ids.AddRange(rows.Select(row => row.Id));
            }
        });

        Assert.Equal(NovitaErrorKind.ServiceUnavailable, error.Kind);
        Assert.Equal(4, error.Page);
        Assert.Equal(5, error.Attempts);
        Assert.Equal(session.Fleet.Take(400), ids);
    }

    [Fact]
    public async Task What_cannot_be_confirmed_is_told_with_both_numbers_after_everything_that_was_found()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 250 });
        using var faults = session.Service.Intercept((context, next) =>
        {
            // Every page is the first one.
            context.Request.QueryString = new QueryString("?pageNum=0&pageSize=100");
            return next(context);
        });
        using var listing = session.List();

        Assert.Equal(session.Fleet.Take(100), await Session.ReadAsync(listing));

        var error = Assert.Single(listing.Unconfirmed);
        Assert.Equal(NovitaErrorKind.ListIncomplete, error.Kind);
        Assert.Contains("100", error.Message, StringComparison.Ordinal);
        Assert.Contains("250", error.Message, StringComparison.Ordinal);
        Assert.InRange(session.Service.Requests.Count, 1, 12);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_at_the_first_page()
    {
        await using var session = await Session.StartAsync();
        using var client = new NovitaClient(new NovitaClientOptions { Endpoint = session.Service.Endpoint }, new ApiKey("sk_wrong_0123456789", "a test"));

        var error = await Assert.ThrowsAsync<NovitaException>(() => client.CheckKeyAsync(default));

        Assert.Equal(NovitaErrorKind.ApiKeyRefused, error.Kind);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_the_session_allows_whatever_the_number_of_lists()
    {
        await using var session = await Session.StartAsync(
            new SimulatorOptions { Instances = 1000, Latency = TimeSpan.FromMilliseconds(2) },
            throttleLimit: 3);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var listing = session.List();
            Assert.Equal(1000, (await Session.ReadAsync(listing)).Count);
        }));

        Assert.InRange(session.Service.Requests.PeakConcurrent, 2, 3);
    }

    [Fact]
    public async Task A_packed_list_is_unpacked()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 250, Gzip = true });
        using var listing = session.List();

        Assert.Equal(session.Fleet, await Session.ReadAsync(listing));
        Assert.All(session.Service.Requests, request => Assert.Contains("gzip", request.AcceptEncoding, StringComparison.Ordinal));
    }

    /// <summary>Puts a fault in place of the first request for each of these pages.</summary>
    private static Func<HttpContext, RequestDelegate, Task> OncePerPage(Dictionary<string, Func<HttpContext, Task>> faults) => (context, next) =>
    {
        lock (faults)
        {
            if (!faults.Remove(context.Request.Query["pageNum"].ToString(), out var fault))
            {
                return next(context);
            }

            return fault(context);
        }
    };

    private static async Task SendPackedAsync(HttpContext context, byte[] packed)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        context.Response.ContentLength = packed.Length;
        await context.Response.Body.WriteAsync(packed);
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
