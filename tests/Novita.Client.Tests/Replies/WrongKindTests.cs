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
    [InlineData("\"id\":{}", "id is an object where a text belongs")]
    [InlineData("\"status\":[]", "status is a list where a text belongs")]
    [InlineData("\"cpuNum\":{}", "cpuNum is an object where a number belongs")]
    [InlineData("\"endTime\":true", "endTime is a truth value where a number belongs")]
    [InlineData("\"statusError\":[]", "statusError has the wrong type")]
    [InlineData("\"statusError\":\"x\"", "statusError has the wrong type")]
    [InlineData("\"statusError\":{\"state\":{}}", "statusError.state is an object where a text belongs")]
    [InlineData("\"portMappings\":{}", "portMappings has the wrong type")]
    [InlineData("\"portMappings\":[{},7]", "portMappings[1] has the wrong type")]
    [InlineData("\"portMappings\":[{},{},{\"type\":\"tcp\",\"port\":[]}]", "portMappings[2].port is a list where a number belongs")]
    [InlineData("\"volumeMounts\":[{\"size\":\"big\"}]", "volumeMounts[0].size is not a whole number")]
    [InlineData("\"envs\":[{\"key\":\"a\"},{\"key\":[]}]", "envs[1].key is a list where a text belongs")]
    [InlineData("\"Envs\":[{\"VALUE\":{}}]", "Envs[0].VALUE is an object where a text belongs")]
    [InlineData("\"cpu\\u004eum\":\"x\"", "cpuNum is not a whole number")]
    [InlineData("\"name\":\"\\ud800\"", "name is not a valid text")]
    [InlineData("\"kind\":\"\\ud800\"", "kind is not a valid text")]
    [InlineData("\"memory\":\"\\ud800\"", "memory is not a valid text")]
    [InlineData("\"envs\":[{\"value\":\"\\udc00\"}]", "envs[0].value is not a valid text")]
    public void In_a_row(string members, string problem)
    {
        // What comes before must not throw the counting out.
        var before = """{"other":[{"a":[1,{}]},[]],"instances":[null,{"id":"a","portMappings":[{"port":1}],"x":{"y":[[],{}]}},{"id":"b","z":[1,2],""";

        AssertProblem($"instances[2].{problem}", before + members + "}]}");
    }

    [Theory]
    [InlineData("\"portMappings\":[null]", 1)]
    [InlineData("\"portMappings\":[{},null,{}]", 3)]
    public void Null_in_a_list_is_no_error(string members, int count) => Assert.Equal(count, Bodies.ReadOne(members).PortMappings.Count);

    private static void AssertProblem(string problem, string body) =>
        Assert.EndsWith($": {problem}.", Bodies.ReadInvalid(body), StringComparison.Ordinal);
}
