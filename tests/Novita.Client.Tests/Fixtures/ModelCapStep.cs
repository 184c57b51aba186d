namespace Novita.Client.Tests.Fixtures;

public enum ModelCapStep
{
    ByCap,
    BySizeAsked,
}
