using System.Reflection;

namespace Novita.Client.Tests.Http;

public sealed class KeyMemoryTests
{
    private const string Text = "sk_0123456789abcdef";

    [Fact]
    public void A_key_is_held_in_one_field_that_is_overwritten_at_the_end()
    {
        var key = new ApiKey(Text, "a test");
        var fields = typeof(ApiKey).GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
        var holding = Assert.Single(fields, field => field.GetValue(key) is char[] characters && new string(characters) == Text);
        var held = (char[])holding.GetValue(key)!;

        key.Dispose();

        Assert.All(held, character => Assert.Equal('\0', character));
        Assert.DoesNotContain(fields, field => field.GetValue(key) is string text && text.Contains(Text, StringComparison.Ordinal));
        Assert.Throws<ObjectDisposedException>(key.ToHeader);
    }

    [Fact]
    public void Its_end_comes_with_that_of_its_client()
    {
        var key = new ApiKey(Text, "a test");

        new NovitaClient(new NovitaClientOptions(), key).Dispose();

        Assert.False(key.Matches(Text));
    }
}
