namespace Novita.Client.Tests.Replies;

/// <summary>Parts of an instance are values, and models are plain data.</summary>
public sealed class PartTests
{
    public static TheoryData<ResourcePart, ResourcePart, ResourcePart, string> Parts() => new()
    {
        { new PortMapping("22/tcp"), new PortMapping { Port = 22, Type = "tcp", Endpoint = "h:1" }, new PortMapping("22/http"), "22/TCP" },
        {
            new VolumeMount { Type = "network", Size = 100, Id = "a", MountPath = "/d" },
            new VolumeMount { Type = "network", Size = 100, Id = "a", MountPath = "/d" },
            new VolumeMount { Type = "network", Size = 100, Id = "b", MountPath = "/d" },
            "network 100 GB /d"
        },
        {
            new EnvironmentVariable { Key = "MODE", Value = "x" }, new EnvironmentVariable { Key = "MODE", Value = "x" },
            new EnvironmentVariable { Key = "MODE", Value = "y" }, "mode"
        },
        { new StatusError { State = "s", Message = "m" }, new StatusError { State = "s", Message = "m" }, new StatusError { State = "s" }, "s: m" },
        { new InstanceJob { Id = "1", Type = "t" }, new InstanceJob { Id = "1", Type = "t" }, new InstanceJob { Id = "2", Type = "t" }, "t 1" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Parts_with_the_same_content_are_equal_and_equal_their_text(ResourcePart one, ResourcePart same, ResourcePart other, string text)
    {
        Assert.True(one.Equals(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals(other));
        Assert.True(one.Equals(text));
        Assert.False(one.Equals("something else"));
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void A_list_takes_any_elements() =>
        Assert.Equal("22/tcp, 80/http", new Instance { PortMappings = new DisplayList<PortMapping>(new[] { new PortMapping("22/tcp"), new PortMapping("80/http") }) }.PortMappings.ToString());

    [Theory]
    [InlineData("stopped", "exited")]
    [InlineData("Stopped", "exited")]
    [InlineData("runing", "running")]
    [InlineData("terminated", "removed")]
    [InlineData("exitted", "exited")]
    [InlineData("strating", "starting")]
    public void The_nearest_status_is_what_was_probably_meant(string value, string expected) => Assert.Equal(expected, InstanceStatus.Values.Nearest(value));

    [Theory]
    [InlineData("spott", "spot")]
    [InlineData("on-demand", "onDemand")]
    [InlineData("pay-as-you-go", "onDemand")]
    [InlineData("month", "monthly")]
    public void The_nearest_billing_mode_is_what_was_probably_meant(string value, string expected) => Assert.Equal(expected, BillingMode.Values.Nearest(value));

    [Fact]
    public void Every_other_name_leads_to_a_documented_value()
    {
        var names = new[] { "stopped", "deleted", "off", "pending", "frozen", "on", "ready" };

        Assert.All(names, name => Assert.True(InstanceStatus.Values.Contains(InstanceStatus.Values.Nearest(name))));
    }
}
