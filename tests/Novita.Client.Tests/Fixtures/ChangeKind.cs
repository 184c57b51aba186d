namespace Novita.Client.Tests.Fixtures;

public enum ChangeKind
{
    Create,
    Delete,
}
