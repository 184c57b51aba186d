using Novita.Client.Json;

namespace Novita.Client.Tests.Replies;

/// <summary>The table that a kind of reply is read by.</summary>
public sealed class ShapeTests
{
    private static readonly Shape<Rack> s_rack = new Shape<Rack>(() => new())
        .Add("name", (rack, ref reader) => rack.Name = JsonString.Read(ref reader))
        .Add("next", (rack, ref reader) => rack.Next = s_rack!.Read(ref reader));

    private static readonly Shape<HousedInstance> s_housed = Instance.Shape.Extend<HousedInstance>(() => new())
        .Add("rack", (instance, ref reader) => instance.Rack = s_rack.Read(ref reader))
        .Add("racks", (instance, ref reader) => instance.Racks = s_rack.ReadDisplayList(ref reader));

    [Fact]
    public void A_derived_kind_has_the_members_of_its_base_and_its_own()
    {
        var instance = ResponseReader.Read("""{"id":"a","cpuNum":"8","rack":{"name":"r1","next":{"name":"r2"}},"spotStatus":"running","racks":[{"name":"r3"}],"other":1}"""u8, s_housed)!;

        Assert.Equal(("a", 8, "running"), (instance.Id, instance.CpuNum, instance.SpotStatus));
        Assert.Equal("r2", instance.Rack?.Next?.Name);
        Assert.Equal("r3", Assert.Single(instance.Racks).Name);
        Assert.Equal(1L, Assert.Single(instance.GetAdditionalData()).Value);
    }

    [Fact]
    public void The_members_of_a_derived_kind_are_none_of_its_bases() =>
        Assert.Contains("rack", ResponseReader.Read("""{"id":"a","rack":{"name":"r1"}}"""u8, Instance.Shape)!.GetAdditionalData());

    [Fact]
    public void What_is_missing_or_null_is_null()
    {
        Assert.Null(ResponseReader.Read("""{"rack":null}"""u8, s_housed)!.Rack);
        Assert.Null(ResponseReader.Read("{}"u8, s_housed)!.Rack);
        Assert.Null(ResponseReader.Read("null"u8, s_housed));
    }

    [Fact]
    public void A_path_goes_as_deep_as_the_shapes() =>
        Assert.Contains(
            ": next.next.name is a list where a text belongs.",
            Assert.Throws<NovitaException>(() => ResponseReader.Read("""{"next":{"name":"r","next":{"name":[]}}}"""u8, s_rack)).Message,
            StringComparison.Ordinal);

    private sealed class Rack
    {
        public string? Name { get; set; }

        public Rack? Next { get; set; }
    }

    private sealed class HousedInstance : Instance
    {
        public Rack? Rack { get; set; }

        public DisplayList<Rack> Racks { get; set; } = [];
    }
}
