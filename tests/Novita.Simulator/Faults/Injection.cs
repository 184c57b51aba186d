namespace Novita.Simulator.Faults;

/// <summary>The middleware that makes a fault happen to the next so many requests of a kind.</summary>
internal sealed class Injection
{
    private readonly Fault _fault;
    private readonly Func<HttpRequest, bool>? _when;
    private int _left;

    public Injection(Fault fault, Func<HttpRequest, bool>? when, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _fault = fault;
        _when = when;
        _left = times;
    }

    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        _when?.Invoke(context.Request) != false && Interlocked.Decrement(ref _left) >= 0 ? _fault.ApplyAsync(context, next) : next(context);
}
