using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

public sealed class TextTests
{
    [Theory]
    [InlineData("\"abc\"", "abc")]
    [InlineData("12", "12")]
    [InlineData("true", "true")]
    [InlineData("\"\"", "")]
    [InlineData("\"caf\\u00e9 \\ud83d\\ude80\"", "café 🚀")]
    public void A_text_may_come_as_a_number_or_a_truth_value(string value, string expected) =>
        Assert.Equal(expected, Bodies.ReadOne($"\"name\":{value}").Name);

    [Fact]
    public void Names_of_members_are_read_in_any_case()
    {
        var page = Bodies.Read("""{"Instances":[{"ID":"a1","CPUNUM":"8","ClusterID":"c","PortMappings":[{"PORT":1,"Type":"tcp"}]}],"TOTAL":1}""");

        var instance = Assert.Single(page.Rows);
        Assert.Equal("a1", instance.Id);
        Assert.Equal(8, instance.CpuNum);
        Assert.Equal("c", instance.ClusterId);
        Assert.Equal("1/tcp", instance.PortMappings.ToString());
        Assert.Equal(1, page.Total);
    }

    [Fact]
    public void A_status_or_billing_mode_nobody_has_heard_of_stays_as_it_is()
    {
        var instance = Bodies.ReadOne("""
            "status":"pending","billingMode":"","spotStatus":"dreaming","kind":"tpu"
            """);

        Assert.Equal("pending", instance.Status);
        Assert.Null(instance.BillingMode);
        Assert.Equal("dreaming", instance.SpotStatus);
        Assert.Equal("tpu", instance.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"name\":null,\"status\":null,\"envs\":null,\"portMappings\":null,\"volumeMounts\":null")]
    [InlineData("\"name\":\"\",\"status\":\"\",\"envs\":[{\"key\":null,\"value\":\"x\"}],\"portMappings\":[],\"volumeMounts\":[]")]
    public void Names_statuses_and_lists_are_never_null(string members)
    {
        var instance = Bodies.ReadOne(members);

        Assert.Equal(("", ""), (instance.Name, instance.Status));
        Assert.All(instance.Envs, variable => Assert.Equal("", variable.Key));
        Assert.Empty(instance.PortMappings);
        Assert.Empty(instance.VolumeMounts);
        Assert.Equal("a1", instance.ToString());
    }

    [Fact]
    public void An_optional_text_that_is_empty_is_null()
    {
        var instance = Bodies.ReadOne("""
            "clusterId":"","clusterName":"","imageUrl":"","imageAuthId":"","command":"","entrypoint":"","productId":"","productName":"","kind":"","billingMode":"",
            "spotStatus":"","portMappings":[{"type":"","endpoint":""}],"volumeMounts":[{"type":"","id":"","mountPath":""}]
            """);

        Assert.All(
            [
                instance.ClusterId, instance.ClusterName, instance.ImageUrl, instance.ImageAuthId, instance.Command, instance.Entrypoint, instance.ProductId,
                instance.ProductName, instance.Kind, instance.BillingMode, instance.SpotStatus, instance.PortMappings[0].Type, instance.PortMappings[0].Endpoint,
                instance.VolumeMounts[0].Type, instance.VolumeMounts[0].Id, instance.VolumeMounts[0].MountPath,
            ],
            Assert.Null);
    }

    [Theory]
    [InlineData("\"statusError\":null")]
    [InlineData("\"statusError\":{}")]
    [InlineData("\"statusError\":{\"state\":\"\",\"message\":\"\"}")]
    [InlineData("\"statusError\":{\"state\":null,\"message\":null}")]
    [InlineData("")]
    public void A_status_error_with_nothing_in_it_is_null(string members) => Assert.Null(Bodies.ReadOne(members).StatusError);

    [Theory]
    [InlineData("{\"state\":\"ImagePullFailed\",\"message\":\"manifest unknown\"}", "ImagePullFailed: manifest unknown")]
    [InlineData("{\"state\":\"\",\"message\":\"manifest unknown\"}", "manifest unknown")]
    [InlineData("{\"state\":\"ImagePullFailed\"}", "ImagePullFailed")]
    public void A_status_error_reads_as_state_and_message(string value, string expected) =>
        Assert.Equal(expected, Bodies.ReadOne($"\"statusError\":{value}").StatusError?.ToString());
}
