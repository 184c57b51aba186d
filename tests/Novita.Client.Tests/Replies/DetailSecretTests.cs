using System.Collections;
using System.Text.Json;
using Novita.Client.Json;
using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

/// <summary>Passwords in a get reply reach no text, no report and no serialiser.</summary>
public sealed class DetailSecretTests
{
    private const string Password = "hunter2";

    private static readonly string[] s_replies =
    [
        "\"sshPassword\":\"hunter2\"",
        "\"sshPassword\":\"hunter2\",\"sshCommand\":\"sshpass -p hunter2 ssh -p 22 root@proxy.example\"",
        "\"connectComponentSSH\":{\"sshCommand\":\"sshpass -p hunter2 ssh root@proxy.example\",\"password\":\"hunter2\"}",
        "\"connectComponentSSH\":{\"password\":\"hunter2\",\"sshCommand\":\"ssh root:hunter2@proxy.example\"}",
        "\"connectComponentSSH\":{\"password\":\"hunter2\"},\"sshCommand\":\"sshpass -p hunter2 ssh root@proxy.example\"",
        "\"connectComponentWebTerminal\":{\"address\":\"https://root:hunter2@t.example/?token=hunter2\",\"username\":\"root\",\"password\":\"hunter2\"}",
        "\"connectComponentJupyter\":{\"address\":\"https://j.example/lab?token=hunter2\"}",
        "\"connectComponentLog\":{\"systemLogAddress\":\"https://l.example/?follow=0&key=hunter2\",\"instanceLogAddress\":\"https://l.example/?access_token=hunter2#x\"}",
        "\"rootPassword\":\"hunter2\",\"vnc\":{\"token\":\"hunter2\"}",
    ];

    public static TheoryData<string> Replies => [.. s_replies];

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task No_property_and_no_text_shows_one(string members)
    {
        var instance = await ReadAsync(members);

        var texts = new List<string>();
        Collect(instance, texts, 0);

        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => text.Contains(Password, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task No_serialiser_writes_one(string members)
    {
        var instance = await ReadAsync(members);

        string json;
        try
        {
            json = JsonSerializer.Serialize(instance);
        }
        catch (NotSupportedException)
        {
            // Types that only read themselves cannot be written, which will do.
            json = "";
        }

        Assert.DoesNotContain(Password, json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task No_additional_data_show_one(string members)
    {
        var texts = new List<string>();
        Collect((await ReadAsync(members)).GetAdditionalData().Where(member => member.Key != "sshCommand").ToList(), texts, 0);

        Assert.DoesNotContain(texts, text => text.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asks_for_one_gets_it()
    {
        var instance = await ReadAsync(string.Join(',', s_replies[0], s_replies[2], s_replies[5], s_replies[6], s_replies[7]));

        Assert.Equal(Password, instance.SshPassword?.Reveal());
        Assert.Equal(Password, instance.ConnectComponentSSH?.Password?.Reveal());
        Assert.Equal(Password, instance.ConnectComponentWebTerminal?.Password?.Reveal());
        Assert.Equal("https://root:hunter2@t.example/?token=hunter2", instance.ConnectComponentWebTerminal?.RevealAddress());
        Assert.Equal("https://j.example/lab?token=hunter2", instance.ConnectComponentJupyter?.RevealAddress());
        Assert.Equal("https://l.example/?follow=0&key=hunter2", instance.ConnectComponentLog?.RevealSystemLogAddress());
        Assert.Equal("https://l.example/?access_token=hunter2#x", instance.ConnectComponentLog?.RevealInstanceLogAddress());
        Assert.Equal("sshpass -p ******** ssh root@proxy.example", instance.ConnectComponentSSH?.SshCommand);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("https://h.example/lab", "https://h.example/lab")]
    [InlineData("https://h.example/lab?token=abc", "https://h.example/lab?token=********")]
    [InlineData("https://h.example/lab?Token=abc&x=1", "https://h.example/lab?Token=********&x=1")]
    [InlineData("https://h.example/?x=1&access_token=a%20b#frag", "https://h.example/?x=1&access_token=********#frag")]
    [InlineData("https://h.example/#token=abc", "https://h.example/#token=********")]
    [InlineData("https://h.example/?a=1;pwd=abc;b=2", "https://h.example/?a=1;pwd=********;b=2")]
    [InlineData("https://h.example/?password=a&passwd=b&secret=c&apikey=d&signature=e&authorization=f&credential=g", "https://h.example/?password=********&passwd=********&secret=********&apikey=********&signature=********&authorization=********&credential=********")]
    [InlineData("https://h.example/?token=", "https://h.example/?token=")]
    [InlineData("https://h.example/?tokens", "https://h.example/?tokens")]
    [InlineData("https://h.example/?page=2&sort=name", "https://h.example/?page=2&sort=name")]
    [InlineData("https://user:abc@h.example:8443/x", "https://********@h.example:8443/x")]
    [InlineData("https://:abc@h.example/", "https://********@h.example/")]
    [InlineData("https://user@h.example/", "https://********@h.example/")]
    [InlineData("https://h.example:8443/@a", "https://h.example:8443/@a")]
    [InlineData("WSS://user:abc@h.example/?TOKEN=abc", "WSS://********@h.example/?TOKEN=********")]
    [InlineData("not an address", "not an address")]
    public void Addresses_show_no_password_and_no_token(string? address, string? expected) => Assert.Equal(expected, AddressMask.Of(address));

    private static async Task<InstanceDetail> ReadAsync(string members)
    {
        using var test = new TestClient(Answers.Json(200, Bodies.Detail(members)));
        return await test.Client.GetInstanceAsync("a1", test.Call);
    }

    /// <summary>The texts of a value and of all that its properties and elements lead to, as views and serialisers find them.</summary>
    private static void Collect(object? value, List<string> texts, int depth)
    {
        if (value is null || depth > 6)
        {
            return;
        }

        texts.Add($"{value}");
        if (value is string or DateTime or decimal or int or bool)
        {
            return;
        }

        foreach (var element in value as IEnumerable ?? Array.Empty<object>())
        {
            Collect(element, texts, depth + 1);
        }

        foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            Collect(property.GetValue(value), texts, depth + 1);
        }
    }
}
