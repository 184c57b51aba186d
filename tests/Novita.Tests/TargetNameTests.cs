using System.Management.Automation;
using Microsoft.AspNetCore.Http;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>The names that cmdlets take which change instances.</summary>
public sealed class TargetNameTests : ServiceTest
{
    private readonly SimulatedInstance[] _fleet =
    [
        new() { Name = "web" },
        new() { Name = "web-1" },
        new() { Name = "my web" },
        new() { Name = "twin" },
        new() { Name = "Twin" },
        new() { Name = "set[1]*" },
        new() { Name = "gone", Status = "removed" },
    ];

    [Fact]
    public async Task A_name_is_the_whole_name_ignoring_case()
    {
        var service = await StartAsync(_fleet);

        Assert.Equal(["web"], Names(Connect(service).Output("Stop-NovitaInstance -Name WEB -PassThru")));

        Assert.Single(service.Requests.Changing);
    }

    [Theory]
    [InlineData("we")]
    [InlineData("web-")]
    [InlineData("gone")]
    public async Task A_name_that_no_instance_has_is_not_found_though_others_are_like_it(string name)
    {
        var service = await StartAsync(_fleet);

        var run = Connect(service).With("name", name).Invoke("Stop-NovitaInstance -Name $name");

        Assert.Null(run.Terminating);
        Assert.Equal("NotFound", run.ErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, run.Error.CategoryInfo.Category);
        Assert.Equal(name, run.Error.TargetObject);
        Assert.NotEmpty(run.Error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("pattern", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("web*")]
    [InlineData("we?")]
    public async Task A_pattern_changes_nothing_and_is_told_where_patterns_go(string name)
    {
        var service = await StartAsync(_fleet);

        var run = Connect(service).With("name", name).Invoke("Remove-NovitaInstance -Name $name -AllowMultiple -Confirm:$false");

        Assert.Equal("NotFound", run.ErrorId);
        Assert.Contains("pipe from Get-NovitaInstance -Name", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task A_name_of_several_is_an_error_with_their_ids_and_the_others_are_changed()
    {
        var service = await StartAsync(_fleet);

        var run = Connect(service).Invoke("Stop-NovitaInstance -Name twin, web, nobody -PassThru");

        Assert.Null(run.Terminating);
        Assert.Equal(["web"], Names(run.Output));
        Assert.Equal(["RequestInvalid twin", "NotFound nobody"], run.Errors.Select(error => $"{error.FullyQualifiedErrorId.Split(',')[0]} {error.TargetObject}"));
        Assert.Contains(_fleet[3].Id, run.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Contains(_fleet[4].Id, run.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-AllowMultiple", run.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests.Changing);
    }

    [Theory]
    [InlineData("TWIN -AllowMultiple", "twin", "Twin")]
    [InlineData("web, WEB", "web")]
    [InlineData("'set[1]*'", "set[1]*")]
    public async Task Every_instance_of_the_names_is_changed_once(string names, params string[] changed)
    {
        var service = await StartAsync(_fleet);

        Assert.Equal(changed, Names(Connect(service).Output($"Stop-NovitaInstance -Name {names} -PassThru")));

        Assert.Equal(changed.Length, service.Requests.Changing.Count);
    }

    [Fact]
    public async Task A_list_that_is_not_known_to_be_whole_changes_nothing()
    {
        var service = await StartAsync(250);
        service.Fleet.Add(_fleet[0]);
        var shell = Connect(service);
        using var deaf = service.Intercept((context, next) =>
        {
            context.Request.QueryString = new QueryString("?pageSize=100&pageNum=0");
            return next(context);
        });

        var run = shell.Invoke("try { Stop-NovitaInstance -Name web } catch { throw }");

        Assert.NotNull(run.Terminating);
        Assert.Equal("ListIncomplete", run.ErrorId);
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task A_name_is_looked_for_in_every_session_that_is_named()
    {
        var one = await StartAsync(new SimulatedInstance { Name = "web" });
        var two = await StartAsync(new SimulatedInstance { Name = "db" }, new SimulatedInstance { Name = "WEB" });
        var shell = ConnectBoth(one, two);

        Assert.Equal("RequestInvalid", shell.Invoke("Stop-NovitaInstance -Name web -Session one, two").ErrorId);
        Assert.Empty(one.Requests.Changing);

        var output = shell.Output("Stop-NovitaInstance -Name web, db -Session one, two -AllowMultiple -PassThru");
        Assert.Equal(["one", "two", "two"], output.Select(instance => Value(instance, "SessionName")));
        Assert.Single(one.Requests.Changing);
        Assert.Equal(2, two.Requests.Changing.Count);
    }

    private static IEnumerable<object?> Names(IEnumerable<PSObject> instances) => instances.Select(instance => Value(instance, "Name"));
}
