namespace Novita.Client.Tests.Replies;

public sealed class ValueTests
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
    [InlineData("cpuNum", "\"zz9\"", "\"16x\"", "\"0x10\"", "\"NaN\"", "\"1,000\"", "1e99", "true", "[{}]", "{\"a\":[1]}", "\"\\ud800\"")]
    [InlineData("gpuNum", "\"zz9\"", "1e99", "true", "{}", "[]", "\"\\ud800\"", "1.5", "\"1.5\"", "2147483648", "\"99999999999999999999\"")]
    public void A_value_that_is_not_a_number_leaves_its_property_null_and_the_row_whole(string field, params string[] values)
    {
        foreach (var value in values)
        {
            var rows = Bodies.Read($$"""{"instances":[{"id":"a"},{"id":"b","{{field}}":{{value}},"name":"n","x":1}]}""").Rows;

            Assert.Null(field == "cpuNum" ? rows[1].CpuNum : rows[1].GpuNum);
            Assert.Equal(("b", "n"), (rows[1].Id, rows[1].Name));
            Assert.Equal([field, "x"], rows[1].GetAdditionalData().Keys.Order());
            Assert.Equal(field, Assert.Single(rows[1].Unreadable!).Path);
            Assert.Null(rows[0].Unreadable);
        }
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

    private static readonly Dictionary<string, Func<Instance, DateTime?>> s_times = new()
    {
        ["endTime"] = instance => instance.EndTime,
        ["spotReclaimTime"] = instance => instance.SpotReclaimTime,
    };

    [Theory]
    [InlineData("endTime", "1767225600")]
    [InlineData("endTime", "\"1767225600\"")]
    [InlineData("spotReclaimTime", "1767225600")]
    [InlineData("spotReclaimTime", "\"1767225600\"")]
    [InlineData("endTime", "1767225600000")]
    [InlineData("endTime", "\"1767225600000\"")]
    [InlineData("endTime", "\"1767225600.0\"")]
    [InlineData("endTime", "\"2026-01-01T00:00:00Z\"")]
    [InlineData("endTime", "\"2026-01-01T00:00:00.000Z\"")]
    [InlineData("endTime", "\"2026-01-01T08:00:00+08:00\"")]
    [InlineData("endTime", "\"2026-01-01 00:00:00\"")]
    [InlineData("spotReclaimTime", "\"2026-01-01\"")]
    public void Seconds_milliseconds_and_iso_8601_are_a_local_time(string field, string value)
    {
        var time = s_times[field](Bodies.ReadOne($"\"{field}\":{value}"));

        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), time?.ToUniversalTime());
        Assert.Equal(DateTimeKind.Local, time?.Kind);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("\"-1\"")]
    [InlineData("\"0\"")]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void The_services_ways_to_say_no_time_are_null(string value)
    {
        Assert.All(s_times, time => Assert.Null(time.Value(Bodies.ReadOne($"\"{time.Key}\":{value}"))));
    }

    [Theory]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"2026-13-01\"")]
    [InlineData("\"01/02/2026\"")]
    [InlineData("1767225600000000000")]
    [InlineData("true")]
    public void A_value_that_is_not_a_time_leaves_its_property_null(string value)
    {
        Assert.All(s_times, time =>
        {
            var instance = Bodies.ReadOne($"\"{time.Key}\":{value}");

            Assert.Null(time.Value(instance));
            Assert.Equal(time.Key, Assert.Single(instance.Unreadable!).Path);
        });
    }

    [Theory]
    [InlineData("\"abc\"", "abc")]
    [InlineData("12", "12")]
    [InlineData("true", "true")]
    [InlineData("\"\"", "")]
    [InlineData("\"caf\\u00e9 \\ud83d\\ude80\"", "café 🚀")]
    public void A_text_may_come_as_a_number_or_a_truth_value(string value, string expected) =>
        Assert.Equal(expected, Bodies.ReadOne($"\"name\":{value}").Name);

    [Fact]
    public void Names_of_members_are_read_in_any_case()
    {
        var page = Bodies.Read("""{"Instances":[{"ID":"a1","CPUNUM":"8","ClusterID":"c","PortMappings":[{"PORT":1,"Type":"tcp"}]}],"TOTAL":1}""");

        var instance = Assert.Single(page.Rows);
        Assert.Equal("a1", instance.Id);
        Assert.Equal(8, instance.CpuNum);
        Assert.Equal("c", instance.ClusterId);
        Assert.Equal("1/tcp", instance.PortMappings.ToString());
        Assert.Equal(1, page.Total);
    }

    [Fact]
    public void A_status_or_billing_mode_nobody_has_heard_of_stays_as_it_is()
    {
        var instance = Bodies.ReadOne("""
            "status":"pending","billingMode":"","spotStatus":"dreaming","kind":"tpu"
            """);

        Assert.Equal("pending", instance.Status);
        Assert.Null(instance.BillingMode);
        Assert.Equal("dreaming", instance.SpotStatus);
        Assert.Equal("tpu", instance.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"name\":null,\"status\":null,\"envs\":null,\"portMappings\":null,\"volumeMounts\":null")]
    [InlineData("\"name\":\"\",\"status\":\"\",\"envs\":[{\"key\":null,\"value\":\"x\"}],\"portMappings\":[],\"volumeMounts\":[]")]
    public void Names_statuses_and_lists_are_never_null(string members)
    {
        var instance = Bodies.ReadOne(members);

        Assert.Equal(("", ""), (instance.Name, instance.Status));
        Assert.All(instance.Envs, variable => Assert.Equal("", variable.Key));
        Assert.Empty(instance.PortMappings);
        Assert.Empty(instance.VolumeMounts);
        Assert.Equal("a1", instance.ToString());
    }

    [Fact]
    public void An_optional_text_that_is_empty_is_null()
    {
        var instance = Bodies.ReadOne("""
            "clusterId":"","clusterName":"","imageUrl":"","imageAuthId":"","command":"","entrypoint":"","productId":"","productName":"","kind":"","billingMode":"",
            "spotStatus":"","portMappings":[{"type":"","endpoint":""}],"volumeMounts":[{"type":"","id":"","mountPath":""}]
            """);

        Assert.All(
            [
                instance.ClusterId, instance.ClusterName, instance.ImageUrl, instance.ImageAuthId, instance.Command, instance.Entrypoint, instance.ProductId,
                instance.ProductName, instance.Kind, instance.BillingMode, instance.SpotStatus, instance.PortMappings[0].Type, instance.PortMappings[0].Endpoint,
                instance.VolumeMounts[0].Type, instance.VolumeMounts[0].Id, instance.VolumeMounts[0].MountPath,
            ],
            Assert.Null);
    }

    [Theory]
    [InlineData("\"statusError\":null")]
    [InlineData("\"statusError\":{}")]
    [InlineData("\"statusError\":{\"state\":\"\",\"message\":\"\"}")]
    [InlineData("\"statusError\":{\"state\":null,\"message\":null}")]
    [InlineData("")]
    public void A_status_error_with_nothing_in_it_is_null(string members) => Assert.Null(Bodies.ReadOne(members).StatusError);

    [Theory]
    [InlineData("{\"state\":\"ImagePullFailed\",\"message\":\"manifest unknown\"}", "ImagePullFailed: manifest unknown")]
    [InlineData("{\"state\":\"\",\"message\":\"manifest unknown\"}", "manifest unknown")]
    [InlineData("{\"state\":\"ImagePullFailed\"}", "ImagePullFailed")]
    public void A_status_error_reads_as_state_and_message(string value, string expected) =>
        Assert.Equal(expected, Bodies.ReadOne($"\"statusError\":{value}").StatusError?.ToString());
}
