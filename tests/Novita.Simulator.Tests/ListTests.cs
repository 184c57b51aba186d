using Novita.Simulator.Areas.Clusters;
using Novita.Simulator.Areas.Jobs;

namespace Novita.Simulator.Tests;

/// <summary>How lists page, and what their responses look like.</summary>
public sealed class ListTests
{
    [Theory]
    [InlineData("", 0, 10)]
    [InlineData("base 0", 0, 4, 0, 4)]
    [InlineData("base 0", 4, 4, 1, 4)]
    [InlineData("base 0", 24, 1, 6, 4)]
    [InlineData("base 0", 25, 0, 7, 4)]
    [InlineData("base 0", 25, 0, int.MaxValue, int.MaxValue)]
    [InlineData("base 1", 0, 4, 1, 4)]
    [InlineData("base 1", 4, 4, 2, 4)]
    [InlineData("base 1", 0, 4, 0, 4)]
    [InlineData("base 1, zero refused", -1, 0, 0, 4)]
    [InlineData("base 1, zero empty", 0, 0, 0, 4)]
    [InlineData("cap 3", 3, 3, 1, 4)]
    [InlineData("cap 3, step as asked", 4, 3, 1, 4)]
    [InlineData("cap 3", 2, 2, 1, 2)]
    [InlineData("whole", 0, 25, 1, 4)]
    public void A_page_has_the_rows_that_its_options_give_it(string form, int start, int length, int? page = null, int? size = null)
    {
        var options = form switch
        {
            "whole" => ListOptions.Whole(),
            "base 1" => new ListOptions { PageBase = 1 },
            "base 1, zero refused" => new ListOptions { PageBase = 1, PageZero = PageZero.Error },
            "base 1, zero empty" => new ListOptions { PageBase = 1, PageZero = PageZero.Empty },
            "cap 3" => new ListOptions { MaxPageSize = 3 },
            "cap 3, step as asked" => new ListOptions { MaxPageSize = 3, CapStep = CapStep.BySizeAsked },
            _ => new ListOptions(),
        };

        Assert.Equal(start < 0 ? null : start..(start + length), options.RowsOf(page, size, 25));
    }

    public static TheoryData<ListOptions, string, string, string> Forms() => new()
    {
        { ListOptions.Whole(), "?pageNum=x", """{"data":[1,2]}""", """{"data":[]}""" },
        { ListOptions.Whole(null), "", "[1,2]", "[]" },
        { new() { NullWhenEmpty = true }, "", """{"data":[1,2],"total":2}""", """{"data":null,"total":0}""" },
        { new() { PageParameter = "pageNo", Member = "x" }, "?pageSize=1&pageNo=1", """{"x":[2],"total":2}""", """{"x":[],"total":0}""" },
        {
            new() { PageParameter = "page", Total = TotalForm.Text },
            "?pageSize=1&page=1&pageNum=9",
            """{"data":[2],"total":"2"}""",
            """{"data":[],"total":"0"}"""
        },
        { new() { Total = TotalForm.Absent }, "?pageSize=1", """{"data":[1]}""", """{"data":[]}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_list_is_sent_in_the_form_that_was_chosen(ListOptions list, string query, string full, string empty)
    {
        await using var cloud = await Cloud.StartAsync(time => new() { Clusters = new() { List = list } });
        var rows = cloud.Service.Clusters.Rows;

        rows.Load(new SimulatedCluster { Id = "a", RawJson = "1" }, new SimulatedCluster { Id = "b", RawJson = "2" });
        Assert.Equal(full, (await cloud.GetAsync("clusters" + query)).Body);

        rows.Load();
        Assert.Equal(empty, (await cloud.GetAsync("clusters" + query)).Body);
    }

    [Theory]
    [InlineData("jobs?pageNum=-1")]
    [InlineData("jobs?pageNum=one")]
    [InlineData("jobs?pageSize=1.5")]
    [InlineData("jobs?startTime=yesterday")]
    [InlineData("jobs?jobId=LONG")]
    [InlineData("gpu/instances?status=LONG")]
    [InlineData("gpu/instances?pageNum=0")]
    public async Task A_query_out_of_the_limits_of_the_contract_is_refused(string path)
    {
        await using var cloud = await Cloud.StartAsync(time => new() { PageBase = 1, PageZero = PageZero.Error });

        var answer = await cloud.GetAsync(path.Replace("LONG", new string('x', 256), StringComparison.Ordinal));

        Assert.Equal("VALIDATOR_PARAM", answer.Reason);
    }

    [Theory]
    [InlineData("", 0, 1, 2, 3)]
    [InlineData("?pageNum=1&pageSize=3", 0, 1, 2)]
    [InlineData("?pageNum=2&pageSize=3", 3)]
    [InlineData("?jobId=b", 1)]
    [InlineData("?state=fail", 1)]
    [InlineData("?type=saveImage", 0, 3)]
    [InlineData("?startTime=1000&endTime=2000", 1, 2)]
    [InlineData("?startTime=0&endTime=0", 0, 1, 2, 3)]
    [InlineData("?type=saveImage&startTime=1001", 0)]
    public async Task Jobs_are_found_by_their_filters_and_numbered_from_one(string query, params int[] found)
    {
        await using var cloud = await Cloud.StartAsync();
        SimulatedJob Job(string id, int created, string type, string state) =>
            new() { Id = id, Type = type, State = new(state), Created = DateTimeOffset.FromUnixTimeSeconds(created) };
        SimulatedJob[] jobs =
        [
            Job("a", 2001, "saveImage", "running"), Job("b", 2000, "instanceMigrate", "fail"),
            Job("c", 1000, "instanceMigrate", "success"), Job("d", 999, "saveImage", "success"),
        ];
        cloud.Service.Jobs.Rows.Load(jobs);

        Assert.Equal(found.Select(index => jobs[index].Id), (await cloud.GetAsync("jobs" + query)).Ids("jobs"));
    }

    [Fact]
    public async Task Instances_are_found_by_part_of_a_name_or_product_and_by_the_whole_status()
    {
        await using var cloud = await Cloud.StartAsync(
            new SimulatedInstance { Id = "a", Name = "train-1" },
            new SimulatedInstance { Id = "b", Name = "Train-2", Status = "exited" },
            new SimulatedInstance { Id = "c", ProductName = "H100" });

        Assert.Equal(["a", "b"], (await cloud.GetAsync("gpu/instances?name=TRAIN")).Ids("instances"));
        Assert.Equal(["c"], (await cloud.GetAsync("gpu/instances?productName=h1")).Ids("instances"));
        Assert.Equal(["b"], (await cloud.GetAsync("gpu/instances?status=exited&name=2")).Ids("instances"));
        Assert.Empty((await cloud.GetAsync("gpu/instances?status=exit")).Ids("instances"));
    }
}
