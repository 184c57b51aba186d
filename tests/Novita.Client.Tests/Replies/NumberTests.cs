using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

public sealed class NumberTests
{
    [Theory]
    [InlineData("16", 16)]
    [InlineData("\"16\"", 16)]
    [InlineData("\"\\u0031\\u0036\"", 16)]
    [InlineData("\" 16 \"", 16)]
    [InlineData("16.0", 16)]
    [InlineData("\"16.0\"", 16)]
    [InlineData("0", 0)]
    [InlineData("-1", -1)]
    [InlineData("\"2147483647\"", int.MaxValue)]
    [InlineData("\"\"", null)]
    [InlineData("\"  \"", null)]
    [InlineData("null", null)]
    public void A_number_and_its_text_are_alike(string value, int? expected)
    {
        var instance = Bodies.ReadOne($"\"cpuNum\":{value},\"gpuNum\":{value}");

        Assert.Equal((expected, expected), (instance.CpuNum, instance.GpuNum));
    }

    [Theory]
    [InlineData("cpuNum", "\"zz9\"", "\"16x\"", "\"0x10\"", "\"NaN\"", "\"1,000\"", "1e99", "true", "{}", "[]", "[{}]", "{\"a\":[1]}", "\"\\ud800\"")]
    [InlineData("gpuNum", "\"zz9\"", "\"16x\"", "1e99", "true", "{}", "[]", "\"\\ud800\"", "1.5", "\"1.5\"", "2147483648", "\"99999999999999999999\"")]
    public void A_value_that_is_not_a_number_leaves_its_property_null_and_the_row_whole(string field, params string[] values) => Assert.All(values, value =>
    {
        var rows = Bodies.Read($$"""{"instances":[{"id":"a"},{"id":"b","{{field}}":{{value}},"name":"n","x":1}]}""").Rows;

        Assert.Null(field == "cpuNum" ? rows[1].CpuNum : rows[1].GpuNum);
        Assert.Equal(("b", "n"), (rows[1].Id, rows[1].Name));
        Assert.Equal([field, "x"], rows[1].GetAdditionalData().Keys.Order());
        Assert.Equal(field, Assert.Single(rows[1].Unreadable!).Path);
        Assert.Null(rows[0].Unreadable);
    });

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
    [InlineData("250", 250)]
    [InlineData("\"250\"", 250)]
    [InlineData("0", 0)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void The_total_is_read_as_a_whole_number(string value, int? expected) =>
        Assert.Equal(expected, Bodies.Read($$"""{"instances":[],"total":{{value}}}""").Total);

    [Theory]
    [InlineData("{\"instances\":[],\"total\":\"many\"}", "total ")]
    [InlineData("{\"instances\":[],\"total\":-1}", "total ")]
    public void A_total_that_is_not_a_number_is_an_error(string body, string field) =>
        Assert.Contains(field, Bodies.ReadInvalid(body), StringComparison.Ordinal);
}
