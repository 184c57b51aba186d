using Novita.Client.Requests;

namespace Novita.Client.Tests.Requests;

/// <summary>How a change of ports and disk is made from an instance.</summary>
public sealed class EditedInstanceTests
{
    private static readonly InstanceDetail s_instance = new()
    {
        RootfsSize = 60,
        PortMappings = [new("8888/http"), new("22/tcp"), new("80/http")],
    };

    [Theory]
    [InlineData(null, null, null, "8888/http, 22/tcp, 80/http")]
    [InlineData("443/http", null, null, "443/http")]
    [InlineData("", null, null, "")]
    [InlineData(null, "443/http", null, "8888/http, 22/tcp, 80/http, 443/http")]
    [InlineData(null, "22/http", null, "8888/http, 80/http, 22/http")]
    [InlineData(null, null, new[] { 22, 80 }, "8888/http")]
    [InlineData(null, null, new[] { 9999 }, "8888/http, 22/tcp, 80/http")]
    [InlineData(null, "23/tcp", new[] { 22 }, "8888/http, 80/http, 23/tcp")]
    [InlineData(null, "22/tcp", new[] { 22 }, "8888/http, 80/http, 22/tcp")]
    public void Ports_that_are_not_named_stay_open(string? ports, string? added, int[]? removed, string expected)
    {
        var edited = EditedInstance.From(s_instance, Ports(ports), Ports(added), removed, null);

        Assert.Equal(expected, string.Join(", ", edited.Ports));
        Assert.Equal(0, edited.ExpandRootDisk);
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(100, 40)]
    public void A_disk_grows_by_what_is_missing_from_its_new_size(int size, int growth) =>
        Assert.Equal(growth, EditedInstance.From(s_instance, null, null, null, size).ExpandRootDisk);

    [Fact]
    public void A_disk_does_not_shrink()
    {
        var error = Assert.Throws<NovitaException>(() => EditedInstance.From(s_instance, null, null, null, 59));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains("60 GB and cannot shrink to 59", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_of_unknown_size_is_not_resized()
    {
        var unknown = new InstanceDetail();

        Assert.Equal(NovitaErrorKind.ResponseInvalid, Assert.Throws<NovitaException>(() => EditedInstance.From(unknown, null, null, null, 100)).Kind);
        Assert.Equal(0, EditedInstance.From(unknown, null, null, null, null).ExpandRootDisk);
    }

    private static PortMapping[]? Ports(string? texts) =>
        texts is null ? null : [.. texts.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(text => new PortMapping(text))];
}
