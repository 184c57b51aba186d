namespace Novita.Client.Tests.Requests;

/// <summary>Ports and storage as users write them.</summary>
public sealed class ArgumentTextTests
{
    [Theory]
    [InlineData("8888/http", 8888, "http")]
    [InlineData("22/tcp", 22, "tcp")]
    [InlineData("22/TCP", 22, "tcp")]
    [InlineData(" 80 / Http ", 80, "http")]
    [InlineData("65535/tcp", 65535, "tcp")]
    [InlineData("1/tcp", 1, "tcp")]
    public void A_port_is_a_number_and_a_type(string text, int port, string type)
    {
        var mapping = new PortMapping(text);

        Assert.Equal(port, mapping.Port);
        Assert.Equal(type, mapping.Type);
        Assert.Null(mapping.Endpoint);
        Assert.Equal($"{port}/{type}", mapping.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("80")]
    [InlineData("80/")]
    [InlineData("/tcp")]
    [InlineData("http/80")]
    [InlineData("80/udp")]
    [InlineData("80/tcp/http")]
    [InlineData("65536/tcp")]
    [InlineData("-1/tcp")]
    [InlineData("+1/tcp")]
    [InlineData("8 0/tcp")]
    [InlineData("1e3/tcp")]
    [InlineData("٨٠/tcp")]
    [InlineData("80:tcp")]
    public void A_text_that_is_no_port_is_refused_with_an_example(string text)
    {
        var error = Assert.Throws<NovitaException>(() => new PortMapping(text));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains($"'{text}' is not a port to open", error.Message, StringComparison.Ordinal);
        Assert.Contains("8888/http or 22/tcp", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vol-1=/data", "vol-1", "/data")]
    [InlineData("vol-1", "vol-1", "/network")]
    [InlineData(" vol-1 = /my data ", "vol-1", "/my data")]
    [InlineData("vol-1=/a=b", "vol-1", "/a=b")]
    public void A_storage_is_an_id_and_a_mount_point(string text, string id, string mountPoint)
    {
        var storage = new NetworkStorageMount(text);

        Assert.Equal(id, storage.Id);
        Assert.Equal(mountPoint, storage.MountPoint);
        Assert.Equal($"{id}={mountPoint}", storage.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("=")]
    [InlineData("=/data")]
    [InlineData("vol-1=")]
    [InlineData("vol-1= ")]
    public void A_storage_without_id_or_mount_point_is_refused_with_its_form(string text)
    {
        var error = Assert.Throws<NovitaException>(() => new NetworkStorageMount(text));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains($"'{text}' is not a network storage", error.Message, StringComparison.Ordinal);
        Assert.Contains("id=/mountpoint", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_told_in_short_and_made_visible()
    {
        var text = $"\u001b[31m{new string('x', 5000)}";

        foreach (var message in new[] { Assert.Throws<NovitaException>(() => new PortMapping(text)).Message, Assert.Throws<NovitaException>(() => new NetworkStorageMount($"{text}=")).Message })
        {
            Assert.DoesNotContain('\u001b', message);
            Assert.InRange(message.Length, 1, 250);
        }
    }
}
