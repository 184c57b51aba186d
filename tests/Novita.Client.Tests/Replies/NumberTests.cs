using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

public sealed class NumberTests
{
    private static readonly Dictionary<string, Func<Instance, int?>> s_numbers = new()
    {
        ["cpuNum"] = instance => instance.CpuNum,
        ["memory"] = instance => instance.Memory,
        ["gpuNum"] = instance => instance.GpuNum,
        ["rootfsSize"] = instance => instance.RootfsSize,
    };

    public static TheoryData<string, string, int?> Readings()
    {
        var data = new TheoryData<string, string, int?>();
        foreach (var field in s_numbers.Keys)
        {
            data.Add(field, "16", 16);
            data.Add(field, "\"16\"", 16);
            data.Add(field, "\"\\u0031\\u0036\"", 16);
            data.Add(field, "\" 16 \"", 16);
            data.Add(field, "16.0", 16);
            data.Add(field, "\"16.0\"", 16);
            data.Add(field, "0", 0);
            data.Add(field, "-1", -1);
            data.Add(field, "\"2147483647\"", int.MaxValue);
            data.Add(field, "\"\"", null);
            data.Add(field, "\"  \"", null);
            data.Add(field, "null", null);
        }

        return data;
    }

    public static TheoryData<string, string> Garbage()
    {
        var data = new TheoryData<string, string>();
        foreach (var field in s_numbers.Keys)
        {
            foreach (var value in new[] { "\"zz9\"", "\"16x\"", "1.5", "\"1.5\"", "\"0x10\"", "\"NaN\"", "\"1,000\"", "2147483648", "\"99999999999999999999\"", "1e99", "true", "{}", "[]" })
            {
                data.Add(field, value);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_number_and_its_text_are_alike(string field, string value, int? expected) =>
        Assert.Equal(expected, s_numbers[field](Bodies.ReadOne($"\"{field}\":{value}")));

    [Theory]
    [MemberData(nameof(Garbage))]
    public void What_is_no_whole_number_is_refused_by_the_field_and_not_by_its_content(string field, string value)
    {
        var message = Bodies.ReadInvalid($$"""{"instances":[{"id":"a"},{"id":"b","{{field}}":{{value}}}]}""");

        Assert.Contains($"instances[1].{field} ", message, StringComparison.Ordinal);
        if (value.Trim('"').Length > 2)
        {
            Assert.DoesNotContain(value.Trim('"'), message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("8888", 8888)]
    [InlineData("\"8888\"", 8888)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void Ports_are_read_as_whole_numbers(string value, int? expected) =>
        Assert.Equal(expected, Assert.Single(Bodies.ReadOne($$"""
            "portMappings":[{"port":{{value}},"type":"http"}]
            """).PortMappings).Port);

    [Theory]
    [InlineData("30", 30)]
    [InlineData("\"30\"", 30)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void Sizes_of_volumes_are_read_as_whole_numbers(string value, int? expected) =>
        Assert.Equal(expected, Assert.Single(Bodies.ReadOne($$"""
            "volumeMounts":[{"type":"local","size":{{value}}}]
            """).VolumeMounts).Size);

    [Theory]
    [InlineData("250", 250)]
    [InlineData("\"250\"", 250)]
    [InlineData("0", 0)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void The_total_is_read_as_a_whole_number(string value, int? expected) =>
        Assert.Equal(expected, Bodies.Read($$"""{"instances":[],"total":{{value}}}""").Total);

    [Fact]
    public void A_missing_number_is_null()
    {
        var instance = Bodies.ReadOne("");

        Assert.All(s_numbers.Values, number => Assert.Null(number(instance)));
    }

    [Theory]
    [InlineData("{\"instances\":[],\"total\":\"many\"}", "total ")]
    [InlineData("{\"instances\":[],\"total\":-1}", "total ")]
    [InlineData("{\"instances\":[{\"id\":\"a\",\"portMappings\":[{\"port\":1},{\"port\":\"x\"}]}]}", "instances[0].portMappings[1].port ")]
    [InlineData("{\"instances\":[{\"id\":\"a\",\"volumeMounts\":[{\"size\":1.5}]}]}", "instances[0].volumeMounts[0].size ")]
    public void A_number_deep_inside_is_named_by_its_path(string body, string field) =>
        Assert.Contains(field, Bodies.ReadInvalid(body), StringComparison.Ordinal);
}
