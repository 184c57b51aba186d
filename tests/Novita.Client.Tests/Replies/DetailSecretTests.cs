using System.Collections;
using System.Diagnostics;
using System.Text.Json;
using Novita.Client.Secrets;

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
        "\"sshPassword\":\"hunter2\",\"connectComponentSSH\":{\"sshCommand\":\"sshpass -p hunter2 ssh root@proxy.example\"}",
        "\"connectComponentWebTerminal\":{\"password\":\"hunter2\"},\"connectComponentSSH\":{\"sshCommand\":\"sshpass -p hunter2 ssh root@proxy.example\"}",
        "\"connectComponentWebTerminal\":{\"address\":\"https://t.example/hunter2/?q=hunter2\",\"password\":\"hunter2\"}",
        "\"connectComponentJupyter\":{\"address\":\"https://j.example/hunter2\"},\"connectComponentLog\":{\"systemLogAddress\":\"https://l.example/hunter2\",\"instanceLogAddress\":\"https://l.example/?q=hunter2\"},\"rootPassword\":\"hunter2\"",
        "\"access\":{\"command\":\"ssh root:hunter2@x\",\"password\":\"hunter2\"},\"note\":\"it is hunter2\",\"notes\":[[\"hunter2\"]]",
        "\"credentials\":{\"user\":\"me\",\"userPassword\":\"hunter2\"},\"note\":\"it is hunter2\"",
        "\"note\":\"it is hunter2\",\"portMappings\":[{\"port\":1,\"token\":\"hunter2\"}],\"list\":[{\"token\":\"hunter2\"}]",
        "\"credentials\":{\"vnc\":[\"hunter2\"]},\"note\":\"it is hunter2\"",
        "\"webUrl\":\"https://root:hunter2@h.example/?x=1\",\"docs\":[\"see https://h.example/?token=hunter2, please\",\"curl 'root:hunter2@h.example:8888/lab'\",\"run with --token=hunter2\"]",
    ];

    public static TheoryData<string> Replies => [.. s_replies];

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task No_property_no_text_no_additional_data_and_no_serialiser_shows_a_password(string members)
    {
        var instance = await ReadAsync(members);
        var texts = new List<string>();

        Collect(instance, texts, 0);
        Collect(instance.GetAdditionalData(), texts, 0);
        Assert.NotEmpty(texts);
        try
        {
            texts.Add(JsonSerializer.Serialize(instance));
        }
        catch (NotSupportedException)
        {
            // Types that only read themselves cannot be written, which will do.
        }

        Assert.DoesNotContain(texts, text => text.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asks_for_a_password_gets_it()
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
    [InlineData(" https://user:abc@h.example/", " https://********@h.example/")]
    [InlineData("user:abc@h.example:8888/lab", "********@h.example:8888/lab")]
    [InlineData("//user:abc@h.example/", "//********@h.example/")]
    [InlineData("user@h.example", "user@h.example")]
    [InlineData("https://h.example/?access=abc&code=abc&session_id=abc&api-key=abc&x-amz-signature=abc", "https://h.example/?access=********&code=********&session_id=********&api-key=********&x-amz-signature=********")]
    [InlineData("https://h.example/?postcode=1234", "https://h.example/?postcode=1234")]
    [InlineData("https://h.example/?to%6Ben=abc", "https://h.example/?to%6Ben=********")]
    [InlineData("https://h.example/?a=b?token=abc", "https://h.example/?a=b?token=********")]
    [InlineData("https://h.example/?token=abc?abc", "https://h.example/?token=********")]
    [InlineData("https://h.example/?token=abc abc&x=1", "https://h.example/?token=********&x=1")]
    [InlineData("https://h.example/token=abc/lab", "https://h.example/token=********")]
    [InlineData("https://h.example/?next=https://user:abc@i.example/", "https://h.example/?next=https://********@i.example/")]
    [InlineData("https://h.example/?to=me@i.example", "https://h.example/?to=me@i.example")]
    public void Addresses_show_no_password_and_no_token(string? address, string? expected) => Assert.Equal(expected, AddressMask.MaskAddress(address));

    [Theory]
    [InlineData("ssh -p 22 root@h.example", "ssh -p 22 root@h.example")]
    [InlineData("ssh root:abc@h.example -v", "ssh ********@h.example -v")]
    [InlineData("curl -u x 'https://h.example/?token=abc' -v", "curl -u x 'https://h.example/?token=********' -v")]
    [InlineData("mail me@h.example, or see https://h.example/x.", "mail me@h.example, or see https://h.example/x.")]
    [InlineData("TOKEN=abc --password=abc PORT=1", "TOKEN=******** --password=******** PORT=1")]
    [InlineData("ssh -o StrictHostKeyChecking=no -J root@jump:2222,root@host -p 22 root@h.example", "ssh -o StrictHostKeyChecking=no -J root@jump:2222,root@host -p 22 root@h.example")]
    [InlineData("author=alice accessMode=ReadWriteMany", "author=alice accessMode=ReadWriteMany")]
    [InlineData("nginx:1.25@sha256:0a1b", "nginx:1.25@sha256:0a1b")]
    [InlineData("root:p@ss@h.example", "********@h.example")]
    public void Addresses_among_other_words_show_no_password_and_no_token(string text, string expected) =>
        Assert.Equal(expected, AddressMask.MaskWords(text));

    [Theory]
    [InlineData("x", "key", "=v")]
    [InlineData("https://h.example/?", "key", "")]
    [InlineData("https://h.example/?", "key=v&", "")]
    [InlineData("", "://", "@h")]
    [InlineData("", "a:b@", "")]
    [InlineData("", "%6b", "=v")]
    [InlineData("?", "/", "=v")]
    [InlineData("", "a=", "")]
    public void An_address_made_to_take_long_does_not(string begin, string middle, string end)
    {
        var text = begin + string.Concat(Enumerable.Repeat(middle, 200_000)) + end;

        var watch = Stopwatch.StartNew();
        AddressMask.MaskAddress(text);
        AddressMask.MaskWords(text);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("p@ss w0rd", "sshpass -p 'p%40ss w0rd' ssh root:p%40ss%20w0rd@h", "********")]
    [InlineData("correct horse", "ssh root@h # Y29ycmVjdCBob3JzZQ==", "********")]
    [InlineData("pw1", "sshpass -p pw1 ssh -p 31 root@pw1x", "sshpass -p ******** ssh -p 31 root@pw1x")]
    public async Task A_password_is_found_in_a_command_however_it_is_written(string password, string command, string expected)
    {
        var instance = await ReadAsync($$"""
            "connectComponentSSH":{"sshCommand":"{{command}}"},"sshPassword":"{{password}}","sshCommand":"{{command}}"
            """);

        Assert.Equal(expected, instance.ConnectComponentSSH?.SshCommand);
        Assert.Equal(expected, instance.SshCommand);
    }

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
