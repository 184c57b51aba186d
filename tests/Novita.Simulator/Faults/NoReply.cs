namespace Novita.Simulator.Faults;

/// <summary>A reply that does not arrive.</summary>
internal sealed class NoReply : IResult
{
    private readonly LostReply _way;

    public NoReply(LostReply way) => _way = way;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (_way is LostReply.Hanging)
        {
            await Task.Delay(Timeout.Infinite, httpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        httpContext.Abort();
    }
}
