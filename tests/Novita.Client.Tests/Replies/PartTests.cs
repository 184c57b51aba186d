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

    [Theory]
    [InlineData("[{\"port\":8888,\"type\":\"http\"},{\"port\":22,\"type\":\"tcp\"}]", "8888/http, 22/tcp")]
    [InlineData("[{\"port\":8888}]", "8888")]
    [InlineData("[{\"port\":8888,\"type\":\"\"}]", "8888")]
    [InlineData("[]", "")]
    public void Ports_read_as_number_and_type(string value, string expected) =>
        Assert.Equal(expected, Bodies.ReadOne($"\"portMappings\":{value}").PortMappings.ToString());

    [Theory]
    [InlineData("[{\"type\":\"local\",\"size\":\"30\",\"mountPath\":\"/workspace\"}]", "local 30 GB /workspace")]
    [InlineData("[{\"type\":\"local\",\"size\":30},{\"mountPath\":\"/data\"}]", "local 30 GB, /data")]
    [InlineData("[{\"type\":\"\",\"size\":\"\",\"mountPath\":\"\"}]", "")]
    [InlineData("[]", "")]
    public void Volumes_read_as_type_size_and_path(string value, string expected) =>
        Assert.Equal(expected, Bodies.ReadOne($"\"volumeMounts\":{value}").VolumeMounts.ToString());

    [Fact]
    public void Variables_read_as_names_alone()
    {
        var envs = Bodies.ReadOne("""
            "envs":[{"key":"HF_TOKEN","value":"hunter2"},{"key":"MODE"}]
            """).Envs;

        Assert.Equal("HF_TOKEN, MODE", envs.ToString());
        Assert.Equal("HF_TOKEN", envs[0].ToString());
        Assert.Equal("hunter2", envs[0].Value);
    }

    [Theory]
    [InlineData("\"name\":\"train-1\"", "train-1 (a1)")]
    [InlineData("\"name\":\"\"", "a1")]
    public void An_instance_reads_as_name_and_id(string members, string expected) =>
        Assert.Equal(expected, Bodies.ReadOne(members).ToString());

    [Fact]
    public void A_secret_reads_as_eight_asterisks_whatever_it_is()
    {
        Assert.Equal("********", new Secret("x").ToString());
        Assert.Equal("********", $"{new Secret("a much longer secret")}");
        Assert.Equal("x", new Secret("x").Reveal());
    }

    [Fact]
    public void A_secret_has_no_public_property_or_field()
    {
        Assert.Empty(typeof(Secret).GetProperties());
        Assert.Empty(typeof(Secret).GetFields());
    }
}
