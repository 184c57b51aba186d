using Novita.Client.Json;
using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

/// <summary>What stands where something else belongs is named by its whole path, in the service's spelling.</summary>
public sealed class WrongKindTests
{
    [Theory]
    [InlineData("[]", "it has the wrong type")]
    [InlineData("3", "it has the wrong type")]
    [InlineData("null", "it is null")]
    [InlineData("{\"instances\":{}}", "instances has the wrong type")]
    [InlineData("{\"instances\":true}", "instances has the wrong type")]
    [InlineData("{\"instances\":[[]]}", "instances[0] has the wrong type")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},3]}", "instances[1] has the wrong type")]
    [InlineData("{\"total\":[]}", "total is a list where a number belongs")]
    [InlineData("{\"TOTAL\":{}}", "TOTAL is an object where a number belongs")]
    public void Around_the_rows(string body, string problem) => AssertProblem(problem, body);

    [Theory]
    [InlineData("\"status\":[]", "status", "[]", "is a list where a text belongs")]
    [InlineData("\"cpuNum\":{}", "cpuNum", "{}", "is an object where a number belongs")]
    [InlineData("\"endTime\":true", "endTime", "true", "is a truth value where a number belongs")]
    [InlineData("\"statusError\":[]", "statusError", "[]", "has the wrong type")]
    [InlineData("\"statusError\":{\"state\":{}}", "statusError.state", "{}", "is an object where a text belongs")]
    [InlineData("\"portMappings\":{}", "portMappings", "{}", "has the wrong type")]
    [InlineData("\"portMappings\":[{},7]", "portMappings", "[...]", "has the wrong type")]
    [InlineData("\"portMappings\":[\"ssh\"]", "portMappings", "[...]", "is not a port")]
    [InlineData("\"portMappings\":[{},{},{\"type\":\"tcp\",\"port\":[]}]", "portMappings[2].port", "[]", "is a list where a number belongs")]
    [InlineData("\"volumeMounts\":[{\"size\":\"big\"}]", "volumeMounts[0].size", "\"big\"", "is not a number")]
    [InlineData("\"envs\":[{\"key\":\"a\"},{\"key\":[]}]", "envs[1].key", "********", "is a list where a text belongs")]
    [InlineData("\"envs\":\"MODE=hunter2\"", "envs", "********", "has the wrong type")]
    [InlineData("\"Envs\":[{\"VALUE\":{\"a\":\"hunter2\"}}]", "Envs[0].VALUE", "********", "is an object where a text belongs")]
    [InlineData("\"cpu\\u004eum\":\"x\"", "cpuNum", "\"x\"", "is not a number")]
    [InlineData("\"name\":\"\\ud800\"", "name", "\"(not a text)\"", "is not a valid text")]
    [InlineData("\"kind\":\"\\ud800\"", "kind", "\"(not a text)\"", "is not a valid text")]
    [InlineData("\"imageUrl\":{\"user\":\"a\",\"password\":\"hunter2\"}", "imageUrl", "{...}", "is an object where a text belongs")]
    public void A_member_in_a_row_is_passed_over_and_noted_by_its_path(string members, string path, string text, string problem)
    {
        // What comes before must not throw the counting out.
        var before = """{"other":[{"a":[1,{}]},[]],"instances":[{"id":"a","portMappings":[{"port":1}],"x":{"y":[[],{}]}},{"id":"b","z":[1,2],""";

        var rows = Bodies.Read(before + members + ",\"clusterId\":\"c\"},{\"id\":\"d\"}]}").Rows;

        Assert.Equal(new UnreadableValue(path, text, problem), Assert.Single(rows[1].Unreadable!));
        Assert.Equal(("c", "d"), (rows[1].ClusterId, rows[2].Id));
        Assert.Contains(path, rows[1].GetAdditionalData());
        Assert.Null(rows[0].Unreadable);
        Assert.Null(rows[2].Unreadable);
    }

    [Fact]
    public void An_element_that_cannot_be_read_leaves_the_other_parts_whole()
    {
        var instance = Bodies.ReadOne("""
            "portMappings":[{"port":22,"type":"tcp"},{"port":"x","type":"http"}],"volumeMounts":[{"type":"local","size":"?","mountPath":"/w"}],"memory":"?"
            """);

        Assert.Equal([22, null], instance.PortMappings.Select(port => port.Port));
        Assert.Equal("http", instance.PortMappings[1].Type);
        Assert.Equal("/w", instance.VolumeMounts[0].MountPath);
        Assert.Equal(["portMappings[1].port", "volumeMounts[0].size", "memory"], instance.Unreadable!.Select(value => value.Path));
        Assert.Equal("x", instance.GetAdditionalData()["portMappings[1].port"]);
        Assert.Equal("x", instance.PortMappings[1].GetAdditionalData()["port"]);
        Assert.Equal("?", instance.GetAdditionalData()["memory"]);
    }

    [Fact]
    public void A_reading_takes_no_note_of_the_one_before()
    {
        Assert.NotEmpty(Bodies.ReadInvalid("""{"instances":[{"id":"a","memory":"x"},{}]}"""));
        Assert.NotEmpty(Bodies.ReadInvalid("""{"instances":[{"id":"a","memory":"x"},"""));

        Assert.Null(Bodies.ReadOne("\"memory\":1").Unreadable);
    }

    [Theory]
    [InlineData("[\"22/tcp\",\"8888/HTTP\"]", "22/tcp, 8888/http")]
    [InlineData("\"22/tcp, 8888/http\"", "22/tcp, 8888/http")]
    [InlineData("[\"22/tcp\",{\"port\":80,\"type\":\"http\"}]", "22/tcp, 80/http")]
    [InlineData("\"\"", "")]
    public void Ports_may_come_as_texts(string value, string expected)
    {
        var instance = Bodies.ReadOne($"\"portMappings\":{value}");

        Assert.Equal(expected, $"{instance.PortMappings}");
        Assert.Null(instance.Unreadable);
    }

    [Fact]
    public void A_status_error_that_is_a_text_is_its_message()
    {
        var instance = Bodies.ReadOne("\"statusError\":\"manifest unknown\"");

        Assert.Equal((null, "manifest unknown"), (instance.StatusError?.State, instance.StatusError?.Message));
        Assert.Null(instance.Unreadable);
        Assert.Null(Bodies.ReadOne("\"statusError\":\"\"").StatusError);
    }

    [Theory]
    [InlineData("\"portMappings\":[null]", 1)]
    [InlineData("\"portMappings\":[{},null,{}]", 3)]
    public void Null_in_a_list_is_no_error(string members, int count) => Assert.Equal(count, Bodies.ReadOne(members).PortMappings.Count);

    private static void AssertProblem(string problem, string body) =>
        Assert.EndsWith($": {problem}.", Bodies.ReadInvalid(body), StringComparison.Ordinal);
}
