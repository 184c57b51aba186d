namespace Novita.Client.Tests.Replies;

public sealed class AdditionalDataTests
{
    [Fact]
    public void Members_that_the_contract_does_not_know_are_kept_as_plain_objects()
    {
        var data = Bodies.ReadOne("""
            "broken":"\ud800","createdAt":"17672256","useTime":42,"price":0.35,"isSpot":true,"none":null,"gpuIds":[1,2],"node":{"rack":"r1"}
            """).GetAdditionalData();

        Assert.Equal("17672256", data["createdAt"]);
        Assert.Equal(42L, data["useTime"]);
        Assert.Equal(0.35, data["price"]);
        Assert.Equal(true, data["isSpot"]);
        Assert.Null(data["none"]);
        Assert.Equal([1L, 2L], Assert.IsType<object?[]>(data["gpuIds"]));
        Assert.Equal("r1", Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(data["node"])["rack"]);
    }

    [Fact]
    public void Additional_members_are_found_in_any_case() =>
        Assert.Equal("x", Bodies.ReadOne("\"useTime\":\"x\"").GetAdditionalData()["USETIME"]);

    [Theory]
    [InlineData("sshPassword")]
    [InlineData("PASSWORD")]
    [InlineData("clientSecret")]
    [InlineData("jupyterToken")]
    [InlineData("apiKey")]
    [InlineData("api_key")]
    [InlineData("API-KEY")]
    [InlineData("pwd")]
    [InlineData("rootPwd")]
    [InlineData("accessKey")]
    [InlineData("aws_access_key")]
    [InlineData("privateKey")]
    [InlineData("sshPrivateKey")]
    [InlineData("passphrase")]
    [InlineData("Authorization")]
    [InlineData("imageAuth")]
    public void Additional_members_named_like_a_secret_are_secrets(string name)
    {
        var value = Bodies.ReadOne($"\"{name}\":\"hunter2\"").GetAdditionalData()[name];

        Assert.Equal("hunter2", Assert.IsType<Secret>(value).Reveal());
        Assert.Equal("********", value.ToString());
    }

    [Theory]
    [InlineData("authorId")]
    [InlineData("keyName")]
    [InlineData("access")]
    [InlineData("statusCode")]
    public void Additional_members_named_otherwise_are_not_secrets(string name) =>
        Assert.Equal("x", Bodies.ReadOne($"\"{name}\":\"x\"").GetAdditionalData()[name]);

    [Theory]
    [InlineData("\"hasPassword\":true,\"note\":\"true\"")]
    [InlineData("\"tokenSize\":\"22\",\"note\":\"ssh -p 22\"")]
    [InlineData("\"credential\":{\"user\":\"root\",\"password\":\"hunter2\"},\"note\":\"ssh root@h\"")]
    public void What_gives_nothing_away_is_not_sought_in_texts(string members) =>
        Assert.DoesNotContain("*", Assert.IsType<string>(Bodies.ReadOne(members).GetAdditionalData()["note"]), StringComparison.Ordinal);

    [Fact]
    public void A_secret_in_a_long_row_is_sought_all_the_same()
    {
        var members = Enumerable.Range(0, 20_000).Select(number => $"\"{number}\":\"a text of some length {number}\"");

        var data = Bodies.ReadOne($"{string.Join(',', members)},\"x\":\"it is hunter2\",\"password\":\"hunter2\"").GetAdditionalData();

        Assert.Equal(("it is ********", "a text of some length 7"), (data["x"], data["7"]));
    }

    [Fact]
    public void A_secret_of_another_kind_than_text_is_a_secret_as_a_whole_and_one_deep_inside_is_one_too()
    {
        var data = Bodies.ReadOne("""
            "tokens":{"a":"hunter2"},"password":12345,"secret":null,
            "portMappings":[{"port":1,"token":"hunter2"}],"list":[{"name":"jupyter","token":"hunter2"}]
            """).GetAdditionalData();
        var element = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(Assert.Single(Assert.IsType<object?[]>(data["list"])));

        Assert.Equal("jupyter", element["name"]);
        Assert.IsType<Secret>(element["token"]);
        Assert.IsType<Secret>(data["portMappings[0].token"]);

        Assert.Contains("hunter2", Assert.IsType<Secret>(data["tokens"]).Reveal(), StringComparison.Ordinal);
        Assert.Equal("12345", Assert.IsType<Secret>(data["password"]).Reveal());
        Assert.Null(data["secret"]);
    }

}
