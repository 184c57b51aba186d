using System.Collections.Immutable;

namespace Novita.Simulator.Faults;

/// <summary>The middleware that answers in the service's place while it is down or throttled; the earliest added goes first.</summary>
internal sealed class Interruptions
{
    private readonly TimeProvider _time;
    private ImmutableList<Interruption> _interruptions = [];

    public Interruptions(TimeProvider time) => _time = time;

    public void Add(Interruption interruption) => ImmutableInterlocked.Update(ref _interruptions, all => all.Add(interruption));

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var interruptions = Volatile.Read(ref _interruptions);

        if (interruptions.IsEmpty)
        {
            return next(context);
        }

        var now = _time.GetUtcNow();
        return interruptions.Find(each => each.From <= now && now < each.To) is { } interruption
            ? interruption.Reply(now).ExecuteAsync(context)
            : next(context);
    }
}
