using System.Text;

namespace Novita.Client.Tests.Replies;

/// <summary>How members are told apart, whatever their order and spelling.</summary>
public sealed class MemberTests
{
    [Fact]
    public void Members_may_come_in_any_order()
    {
        var instance = Assert.Single(Bodies.Read("""
            {"total":1,"instances":[{"spotStatus":"running","kind":"gpu","memory":"62","cpuNum":"16","name":"n","id":"a1"}]}
            """).Rows);

        Assert.Equal(("a1", "n", 16, 62, "gpu", "running"), (instance.Id, instance.Name, instance.CpuNum, instance.Memory, instance.Kind, instance.SpotStatus));
    }

    [Theory]
    [InlineData("\"cpuNum\":1,\"cpuNum\":2")]
    [InlineData("\"cpuNum\":1,\"name\":\"n\",\"CPUNUM\":2")]
    [InlineData("\"CpuNum\":1,\"cpu\\u004eum\":2")]
    public void Of_a_member_that_comes_twice_the_last_counts(string members) => Assert.Equal(2, Bodies.ReadOne(members).CpuNum);

    [Fact]
    public void A_list_that_comes_twice_is_the_last_one_and_not_both() =>
        Assert.Equal("2", Bodies.ReadOne("""
            "portMappings":[{"port":1}],"portMappings":[{"port":2}]
            """).PortMappings.ToString());

    [Theory]
    [InlineData("n\\u0061me")]
    [InlineData("N\\u0041ME")]
    public void A_name_may_be_escaped(string name) => Assert.Equal("x", Bodies.ReadOne($"\"{name}\":\"x\"").Name);

    [Theory]
    [InlineData("nam")]
    [InlineData("names")]
    [InlineData("nameé")]
    [InlineData("n me")]
    [InlineData("")]
    public void A_name_that_is_nearly_one_of_the_contract_is_another(string name)
    {
        var instance = Bodies.ReadOne($"\"{name}\":\"x\"");

        Assert.Equal("", instance.Name);
        Assert.Equal("x", instance.GetAdditionalData()[name]);
    }

    [Fact]
    public void Unknown_members_disturb_none_around_them_whatever_they_hold()
    {
        var instance = Bodies.ReadOne("""
            "cpuNum":1,"x":{"id":"b","portMappings":[{"port":1}]},"memory":2,"y":[[{"name":"m"}],3],"gpuNum":3,"z":null,"kind":"cpu"
            """);

        Assert.Equal(("a1", 1, 2, 3, "cpu"), (instance.Id, instance.CpuNum, instance.Memory, instance.GpuNum, instance.Kind));
        Assert.Equal(["x", "y", "z"], instance.GetAdditionalData().Keys.Order());
    }

    [Fact]
    public void Unknown_members_of_parts_are_kept_under_their_paths()
    {
        var instance = Bodies.ReadOne("""
            "portMappings":[{"x":{"port":9},"port":1}],"volumeMounts":[{"x":[{}],"size":2}],"envs":[{"key":"k","x":"y"}],"statusError":{"x":[],"state":"s"}
            """);

        Assert.Equal((1, 2m, "k", "s"), (instance.PortMappings[0].Port, instance.VolumeMounts[0].Size, instance.Envs[0].Key, instance.StatusError?.State));
        Assert.Equal(["envs[0].x", "portMappings[0].x", "statusError.x", "volumeMounts[0].x"], instance.GetAdditionalData().Keys.Order());
        Assert.Equal("y", instance.GetAdditionalData()["envs[0].x"]);
        Assert.Equal("y", instance.Envs[0].GetAdditionalData()["x"]);
    }

    [Fact]
    public void Where_there_are_no_unknown_members_nothing_is_kept_for_them() =>
        Assert.Null(Bodies.ReadOne("\"name\":\"n\"").UnknownMembers);

    [Fact]
    public void A_name_that_is_no_text_spoils_no_other_member()
    {
        byte[] body = [.. "{\"instances\":[{\"id\":\"a1\",\"caf"u8, 0xE9, .. "\":1,\"\\ud800\":2,\"cpuNum\":3}]}"u8];

        var instance = Assert.Single(Bodies.Read(body).Rows);

        Assert.Equal(3, instance.CpuNum);
        Assert.Equal([1L, 2L], instance.GetAdditionalData().Values.Order());
    }

    [Fact]
    public void Texts_that_rows_share_are_kept_once()
    {
        var page = Bodies.Read("""
            {"instances":[{"id":"a","imageUrl":"docker.io/library/ubuntu:24.04"},{"id":"b","imageUrl":"docker.io/library/ubuntu:24.04"}]}
            """);

        Assert.Same(page.Rows[0].ImageUrl, page.Rows[1].ImageUrl);
    }

    [Fact]
    public void Texts_that_differ_in_one_character_are_never_mixed_up()
    {
        // Far more than there are places for, so that texts take the places of others.
        var names = Enumerable.Range(0, 5000).Select(number => $"registry.example/{number:0000}/image").ToArray();
        var rows = names.Select((name, index) => $$"""{"id":"{{index}}","imageUrl":"{{name}}"}""");

        Assert.Equal(names, Bodies.Read($$"""{"instances":[{{string.Join(',', rows)}}]}""").Rows.Select(instance => instance.ImageUrl));
    }

    [Fact]
    public void A_row_costs_little_more_memory_than_what_is_its_own()
    {
        const int Rows = 1000;
        var rows = Enumerable.Range(0, Rows).Select(number => $$"""
            {"id":"{{number:00000000}}","name":"n{{number}}","clusterName":"US-CA-06","status":"running","imageUrl":"docker.io/library/ubuntu:24.04","cpuNum":"64","memory":"368",
            "gpuNum":"4","portMappings":[{"port":8000,"type":"http"}],"productName":"RTX 3090 24GB","rootfsSize":100,"volumeMounts":[],"envs":[],"kind":"gpu","billingMode":"onDemand","endTime":"-1"}
            """);
        var body = Encoding.UTF8.GetBytes($$"""{"instances":[{{string.Join(',', rows)}}],"total":{{Rows}}}""");
        Bodies.Read(body);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Bodies.Read(body);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Rows;

        // The row's object, two texts, and three lists with one port among them.
        Assert.InRange(each, 1, 750);
    }
}
