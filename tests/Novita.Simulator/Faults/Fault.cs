namespace Novita.Simulator.Faults;

/// <summary>Something that can go wrong with a reply. The catalogue: <see cref="ConnectionFaults"/>, <see cref="FramingFaults"/>, <see cref="StatusFaults"/>, <see cref="ErrorFaults"/>, <see cref="BodyFaults"/>, <see cref="PageFaults"/> and <see cref="TimeFaults"/>.</summary>
public sealed class Fault
{
    private readonly Func<HttpContext, RequestDelegate, Task> _apply;

    /// <param name="name">What it is, in a few words; tests and pages call it so.</param>
    /// <param name="apply">Answers in the service's place, or has it answer and spoils that.</param>
    public Fault(string name, Func<HttpContext, RequestDelegate, Task> apply)
    {
        Name = name;
        _apply = apply;
    }

    public string Name { get; }

    public override string ToString() => Name;

    internal Task ApplyAsync(HttpContext context, RequestDelegate next) => _apply(context, next);
}
