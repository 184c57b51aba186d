namespace Novita.Simulator.Lives;

/// <summary>An instance on its way along a <see cref="Course"/>.</summary>
internal sealed class Journey
{
    private readonly Course _course;
    private int _passed;

    public Journey(string id, InstanceAction action, Course course)
    {
        Id = id;
        Action = action;
        _course = course;
    }

    public string Id { get; }

    public InstanceAction Action { get; }

    /// <summary>What comes next; null at the end.</summary>
    public Phase? Next => _passed < _course.Phases.Length ? _course.Phases[_passed] : null;

    /// <summary>The status it left the instance in.</summary>
    public string? Status => _passed == 0 ? _course.First : _course.Phases[_passed - 1].Status;

    public void Pass() => _passed++;
}
