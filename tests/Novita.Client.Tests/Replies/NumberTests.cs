using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

public sealed class NumberTests
{
    private static readonly Dictionary<string, Func<Instance, decimal?>> s_numbers = new()
    {
        ["cpuNum"] = instance => instance.CpuNum,
        ["memory"] = instance => instance.Memory,
        ["gpuNum"] = instance => instance.GpuNum,
        ["rootfsSize"] = instance => instance.RootfsSize,
    };

    public static TheoryData<string, string, decimal?> Readings()
    {
        var data = new TheoryData<string, string, decimal?>();
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
            foreach (var value in new[] { "\"zz9\"", "\"16x\"", "\"0x10\"", "\"NaN\"", "\"1,000\"", "1e99", "true", "{}", "[]", "[{}]", "{\"a\":[1]}", "\"\\ud800\"" })
            {
                data.Add(field, value);
            }
        }

        foreach (var value in new[] { "1.5", "\"1.5\"", "2147483648", "\"99999999999999999999\"" })
        {
            data.Add("gpuNum", value);
            data.Add("rootfsSize", value);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_number_and_its_text_are_alike(string field, string value, decimal? expected) =>
        Assert.Equal(expected, s_numbers[field](Bodies.ReadOne($"\"{field}\":{value}")));

    [Theory]
    [MemberData(nameof(Garbage))]
    public void A_value_that_is_not_a_number_leaves_its_property_null_and_the_row_whole(string field, string value)
    {
        var rows = Bodies.Read($$"""{"instances":[{"id":"a"},{"id":"b","{{field}}":{{value}},"name":"n","x":1}]}""").Rows;

        Assert.Null(s_numbers[field](rows[1]));
        Assert.Equal(("b", "n"), (rows[1].Id, rows[1].Name));
        Assert.Equal([field, "x"], rows[1].GetAdditionalData().Keys.Order());
        Assert.Equal(field, Assert.Single(rows[1].Unreadable!).Path);
        Assert.Null(rows[0].Unreadable);
    }

    [Theory]
    [InlineData("62.5", "62.5")]
    [InlineData("\"0.5\"", "0.5")]
    [InlineData("\"62.50\"", "62.5")]
    [InlineData("16.0", "16")]
    [InlineData("\"1e2\"", "100")]
    public void Cores_memory_and_volumes_may_have_a_fraction(string value, string expected)
    {
        var instance = Bodies.ReadOne($$"""
            "cpuNum":{{value}},"memory":{{value}},"volumeMounts":[{"size":{{value}}}]
            """);

        Assert.All(
            [instance.CpuNum, instance.Memory, instance.VolumeMounts[0].Size],
            number => Assert.Equal(expected, number?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
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
    public void A_total_that_is_not_a_number_is_an_error(string body, string field) =>
        Assert.Contains(field, Bodies.ReadInvalid(body), StringComparison.Ordinal);
}
