using Novita.Client.Requests;

namespace Novita.Client.Tests.Requests;

/// <summary>A text that cannot be an id is refused before anything is sent.</summary>
public sealed class IdTests
{
    public static TheoryData<string, string> NoIds() => new()
    {
        { "", "is missing" },
        { " \r\n", "is missing" },
        { new string('x', 256), "has 256 characters" },
        { "{\"Key\":\"TOKEN\",\"Value\":\"hunter2\"}", "is JSON" },
        { "[{\"Id\":\"a\"}]", "is JSON" },
        { "@{Id=a; Value=hunter2}", "is the text of an object" },
        { "network 100 GB /data", "the text of an object" },
        { "train-1 (3560b7fec915bbf9)", "the text of an object" },
        { "a1\u001b[2J", "a control character" },
    };

    [Theory]
    [MemberData(nameof(NoIds))]
    public async Task An_instance_is_not_asked_for_or_changed_by_a_text_that_is_not_an_id(string text, string problem)
    {
        using var test = new TestClient(Answers.Json(200, Bodies.Detail()));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.GetInstanceAsync(text, test.Call));

        AssertRefused(error, problem);
        error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.ChangeInstanceAsync(InstanceOperation.Stop, text, test.Call));
        AssertRefused(error, problem);
        Assert.Equal(0, test.Handler.Count);
    }

    [Theory]
    [MemberData(nameof(NoIds))]
    public void No_id_of_a_new_instance_is_a_text_that_is_not_an_id(string text, string problem)
    {
        var good = new NewInstance { ProductId = "p", ImageUrl = "i" };

        AssertRefused(Assert.Throws<NovitaException>((good with { ProductId = text }).Check), problem);
        AssertRefused(Assert.Throws<NovitaException>((good with { ClusterId = text }).Check), problem);
        AssertRefused(Assert.Throws<NovitaException>((good with { NetworkId = text }).Check), problem);
        AssertRefused(Assert.Throws<NovitaException>((good with { ImageAuthId = text }).Check), problem);
        AssertRefused(Assert.Throws<NovitaException>((good with { NetworkStorages = [new NetworkStorageMount { Id = text }] }).Check), problem);
    }

    [Fact]
    public void The_text_of_a_volume_is_not_a_network_storage() =>
        AssertRefused(Assert.Throws<NovitaException>((new UpgradedInstance { ImageUrl = "i", NetworkStorages = [new NetworkStorageMount("network 100 GB /data")] }).Check), "the text of an object");

    private static void AssertRefused(NovitaException error, string problem)
    {
        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 1, 300);
    }
}
