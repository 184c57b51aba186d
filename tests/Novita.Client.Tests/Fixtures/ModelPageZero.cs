namespace Novita.Client.Tests.Fixtures;

public enum ModelPageZero
{
    SameAsFirst,
    Refused,
    Empty,
}
