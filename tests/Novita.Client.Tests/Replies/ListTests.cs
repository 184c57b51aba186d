using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

public sealed class ListTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\"portMappings\":null,\"volumeMounts\":null,\"envs\":null")]
    [InlineData("\"portMappings\":[],\"volumeMounts\":[],\"envs\":[]")]
    public void A_list_that_is_missing_null_or_empty_is_an_empty_list(string members)
    {
        var instance = Bodies.ReadOne(members);

        Assert.Empty(instance.PortMappings);
        Assert.Empty(instance.VolumeMounts);
        Assert.Empty(instance.Envs);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"instances\":null}")]
    [InlineData("{\"instances\":[]}")]
    [InlineData("{\"instances\":[],\"total\":0}")]
    [InlineData("{\"total\":0}")]
    public void A_list_of_instances_that_is_missing_null_or_empty_has_no_rows(string body) => Assert.Empty(Bodies.Read(body).Rows);

    [Fact]
    public void Elements_keep_the_services_order()
    {
        var instance = Bodies.ReadOne("""
            "portMappings":[{"port":8888,"type":"http"},{"port":22,"type":"tcp"}],
            "volumeMounts":[{"type":"network","size":"500","id":"vol-1","mountPath":"/data"},{"type":"local","size":30,"mountPath":"/workspace"}],
            "envs":[{"key":"B","value":"2"},{"key":"A","value":"1"}]
            """);

        Assert.Equal([8888, 22], instance.PortMappings.Select(port => port.Port));
        Assert.Equal(["vol-1", null], instance.VolumeMounts.Select(volume => volume.Id));
        Assert.Equal(["2", "1"], instance.Envs.Select(variable => variable.Value));
    }

    [Theory]
    [InlineData("portMappings", "{}")]
    [InlineData("volumeMounts", "\"none\"")]
    [InlineData("envs", "3")]
    public void A_member_that_is_not_a_list_is_empty_and_noted(string field, string value)
    {
        var instance = Bodies.ReadOne($"\"{field}\":{value}");

        Assert.Equal(field, Assert.Single(instance.Unreadable!).Path);
        Assert.Equal((0, 0, 0), (instance.PortMappings.Count, instance.VolumeMounts.Count, instance.Envs.Count));
    }
}
