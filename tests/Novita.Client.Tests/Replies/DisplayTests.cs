using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

/// <summary>What stands in a cell of a report.</summary>
public sealed class DisplayTests
{
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
