namespace Novita.Tests.Fixtures;

public enum SampleKind
{
    Red,
    Green,
}
