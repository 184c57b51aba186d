using Novita.Client.Requests;

namespace Novita.Client.Tests.Requests;

/// <summary>The limits of new templates, storages, credentials and networks: the first and the last value, and those beside them.</summary>
public sealed class NewLimitTests
{
    private static readonly NewTemplate s_template = new() { Name = "web", ImageUrl = "ubuntu:24.04", RootfsSize = 60 };

    private static readonly NewRegistryCredential s_credential = new() { Name = "ghcr", Username = "me", Password = "s3cret-word" };

    /// <summary>What is limited, with a value or of a length, and the range.</summary>
    private static readonly Dictionary<string, (Action<int> Check, int Least, int Most)> s_limits = new()
    {
        ["template's name"] = (length => (s_template with { Name = Text(length) }).Check(), 1, 255),
        ["template's readme"] = (length => (s_template with { Readme = Text(length) }).Check(), 0, 102_400),
        ["template's image"] = (length => (s_template with { ImageUrl = Text(length) }).Check(), 1, 500),
        ["template's credential"] = (length => (s_template with { ImageAuthId = Text(length) }).Check(), 0, 255),
        ["template's command"] = (length => (s_template with { Command = Text(length) }).Check(), 0, 2047),
        ["template's entrypoint"] = (length => (s_template with { Entrypoint = Text(length) }).Check(), 0, 2047),
        ["template's CUDA version"] = (length => (s_template with { MinCudaVersion = Text(length) }).Check(), 0, 255),
        ["template's root disk"] = (size => (s_template with { RootfsSize = size }).Check(), 1, 6144),
        ["template's ports"] = (count => (s_template with { Ports = Wanted.Ports(count) }).Check(), 0, 15),
        ["template's variables"] = (count => (s_template with { Variables = Wanted.Variables(count) }).Check(), 0, 100),
        ["storage's name"] = (length => new NewNetworkStorage(Text(length), "c", 10).Check(), 1, 255),
        ["credential's name"] = (length => (s_credential with { Name = Text(length) }).Check(), 1, 255),
        ["credential's user"] = (length => (s_credential with { Username = Text(length) }).Check(), 1, 511),
        ["credential's password"] = (length => (s_credential with { Password = Text(length) }).Check(), 1, 1024),
        ["network's name"] = (length => new NewNetwork(Text(length), "c").Check(), 1, 30),
    };

    public static TheoryData<string> Limits => [.. s_limits.Keys];

    [Theory]
    [MemberData(nameof(Limits))]
    public void The_first_and_the_last_value_are_accepted_and_those_beside_them_refused(string limit)
    {
        var (check, least, most) = s_limits[limit];

        check(least);
        check(most);
        foreach (var outside in least > 0 ? new[] { least - 1, most + 1 } : [most + 1])
        {
            Assert.Equal(NovitaErrorKind.RequestInvalid, Assert.Throws<NovitaException>(() => check(outside)).Kind);
        }
    }

    private static string Text(int length) => new('x', length);
}
