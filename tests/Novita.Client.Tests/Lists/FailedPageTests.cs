namespace Novita.Client.Tests.Lists;

public sealed class FailedPageTests
{
    private static readonly NovitaException s_error = new(NovitaErrorKind.ServiceUnavailable, "The service failed.");

    [Fact]
    public void A_failed_page_surfaces_after_the_pages_before_it()
    {
        var server = new ModelServer(1000) { PickNext = count => count - 1, Fault = page => page == 3 ? s_error : null };
        using var run = new PagerRun(server);

        var error = Assert.Throws<NovitaException>(() =>
        {
            while (run.Next())
            {
            }
        });

        Assert.Same(s_error, error);
        Assert.Equal(server.Fleet.Take(300), run.Ids);
        Assert.False(run.Pager.IsConfirmed);
    }

    [Fact]
    public void A_failed_first_page_surfaces_at_once()
    {
        var server = new ModelServer(1000) { Fault = _ => s_error };
        using var run = new PagerRun(server);

        Assert.Same(s_error, Assert.Throws<NovitaException>(() => run.Next()));
        Assert.Equal([0], server.PagesAsked);
    }

    [Fact]
    public void A_request_that_is_wrong_in_itself_is_refused_at_both_first_pages()
    {
        var refusal = new NovitaException(NovitaErrorKind.RequestInvalid, "invalid status");
        var server = new ModelServer(1000) { Fault = _ => refusal };
        using var run = new PagerRun(server);

        Assert.Same(refusal, Assert.Throws<NovitaException>(() => run.Next()));
        Assert.Equal([0, 1], server.PagesAsked);
    }

    [Fact]
    public void Only_a_refusal_of_page_0_is_taken_for_another_numbering()
    {
        var server = new ModelServer(1000) { Fault = page => page == 0 ? new NovitaException(NovitaErrorKind.ApiKeyRefused, "no") : null };
        using var run = new PagerRun(server);

        Assert.Equal(NovitaErrorKind.ApiKeyRefused, Assert.Throws<NovitaException>(() => run.Next()).Kind);
    }

    [Fact]
    public void Disposing_cancels_what_is_under_way()
    {
        var server = new ModelServer(1000);
        var run = new PagerRun(server);
        run.Next();
        run.Next();
        Assert.Equal(7, server.UnderWay);

        run.Dispose();

        Assert.Equal(0, server.UnderWay);
    }

    [Fact]
    public void Disposing_after_a_failed_page_cancels_the_pages_behind_it()
    {
        var server = new ModelServer(1000) { Fault = page => page == 1 ? s_error : null };
        var run = new PagerRun(server);
        run.Next();
        Assert.Throws<NovitaException>(() => run.Next());

        run.Dispose();

        Assert.Equal(0, server.UnderWay);
    }
}
