using Novita.Client.Json;

namespace Novita.Client.Tests.Replies;

public sealed class MalformedReplyTests
{
    [Theory]
    [InlineData("{\"instances\":[{\"id\":\"a\",\"name\":\"hunter2\"},{\"id\":\"b\",\"na")]
    [InlineData("{\"instances\":[{\"id\":\"hunter2\"}]")]
    [InlineData("<!DOCTYPE html><html><body>hunter2</body></html>")]
    [InlineData("hunter2")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"hunter2\"")]
    [InlineData("{\"instances\":\"hunter2\"}")]
    [InlineData("{\"instances\":[\"hunter2\"]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"}]} hunter2")]
    public void A_body_that_is_no_list_is_refused_without_its_content(string body) =>
        Assert.DoesNotContain("hunter2", Bodies.ReadInvalid(body), StringComparison.Ordinal);

    [Fact]
    public void A_200_with_an_error_in_it_is_no_empty_list()
    {
        var message = Bodies.ReadInvalid("""{"code":400,"reason":"VALIDATOR_PARAM","message":"hunter2","metadata":{}}""");

        Assert.Contains("code, reason, message", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"name\":\"n\"}]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"id\":\"\"}]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"id\":null}]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},null]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"id\":{}}]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"id\":\"\\ud800\"}]}")]
    public void A_missing_id_is_named_by_its_place(string body) =>
        Assert.Contains("instances[1].id is missing", Bodies.ReadInvalid(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"instances\":null}")]
    [InlineData("{\"instances\":[],\"total\":0}")]
    public void A_list_of_instances_that_is_missing_null_or_empty_has_no_rows(string body) => Assert.Empty(Bodies.Read(body).Rows);

    [Fact]
    public void A_cut_body_says_where_it_broke_off() =>
        Assert.Contains("at byte ", Bodies.ReadInvalid("{\"instances\":[{\"id\":\"a"), StringComparison.Ordinal);

    [Fact]
    public void A_name_of_bytes_that_are_not_a_text_is_passed_over()
    {
        byte[] body = [.. "{\"instances\":[{\"id\":\"a\",\"name\":\"caf"u8, 0xE9, .. "\"}]}"u8];

        var instance = Assert.Single(Bodies.Read(body).Rows);

        Assert.Equal("", instance.Name);
        Assert.Equal("name", Assert.Single(instance.Unreadable!).Path);
    }

    [Fact]
    public void The_message_is_one_sentence_of_moderate_length()
    {
        var message = Bodies.ReadInvalid($$"""{"{{new string('x', 5000)}}":1}""");

        Assert.InRange(message.Length, 1, 300);
    }

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
    public void A_body_whose_rows_or_total_are_of_the_wrong_kind_says_where(string body, string problem) => AssertProblem(problem, body);

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
