namespace Novita.Tests.Fixtures;

/// <summary>
/// Tests of what belongs to the process: environment variables, the session that one runspace lends to others, the engine's
/// output rendering, the time zone. They run after the parallel ones, one at a time.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "Process";
}
