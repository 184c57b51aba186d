using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Inputs;

/// <summary>One odd value never takes a list away.</summary>
public sealed class UnreadableTests : ServiceTest
{
    private static readonly string[] s_ids = ["a", "b", "c"];

    [Theory]
    [InlineData("\"gpuNum\":\"0.5\"", "gpuNum", "\"0.5\"")]
    [InlineData("\"portMappings\":[{\"port\":\"ssh\",\"type\":\"tcp\"}]", "portMappings[].port", "\"ssh\"")]
    public async Task A_value_that_cannot_be_read_is_one_error_after_all_rows(string member, string field, string text)
    {
        var service = await StartAsync(Fleet(member));

        var run = Connect(service).Invoke("Get-NovitaInstance -All");

        Assert.Equal(["a", "b", "c"], run.Output.Select(row => row.Properties["Id"].Value));
        Assert.Null(run.Terminating);
        Assert.Equal("ValueUnreadable", run.ErrorId);
        Assert.Equal(ErrorCategory.InvalidData, run.Error.CategoryInfo.Category);
        Assert.Equal("b", run.Error.TargetObject);
        Assert.Contains($"'{field}' could not be read in 2 instances, first in 'b': {text} ", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(run.Error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task ErrorAction_Stop_makes_a_value_that_cannot_be_read_a_terminating_error() =>
        Assert.Equal("ValueUnreadable", Connect(await StartAsync(Fleet("\"memory\":\"lots\""))).Invoke("Get-NovitaInstance -ErrorAction Stop").Terminating!.FullyQualifiedErrorId.Split(',')[0]);

    [Theory]
    [InlineData("Stop-NovitaInstance -Name n-b")]
    [InlineData("Get-NovitaInstance -ErrorAction SilentlyContinue | Stop-NovitaInstance")]
    [InlineData("'b' | Wait-NovitaInstance -Status running | Stop-NovitaInstance")]
    public async Task The_other_cmdlets_work_on(string script)
    {
        var service = await StartAsync(Fleet("\"memory\":\"lots\""));

        Connect(service).Output(script);

        Assert.NotEmpty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Measure-NovitaCost")]
    [InlineData("Find-NovitaIdleInstance")]
    public async Task A_cmdlet_that_reads_the_whole_list_reports_it_too(string script)
    {
        var run = Connect(await StartAsync(Fleet("\"memory\":\"lots\""))).Invoke(script);

        Assert.Null(run.Terminating);
        var error = Assert.Single(run.Errors, error => error.FullyQualifiedErrorId.StartsWith("ValueUnreadable,", StringComparison.Ordinal));
        Assert.Contains("'memory' could not be read in 2 instances", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_would_drop_what_could_not_be_read_is_refused()
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" });
        using var fault = service.Intercept(async (context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/gpu/instance", StringComparison.Ordinal))
            {
                await next(context);
                return;
            }

            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("""{"id":"a","status":"running","portMappings":[{"port":"?","type":"tcp"}],"envs":"?"}"""u8.ToArray());
        });
        var shell = Connect(service);

        Assert.Contains("'portMappings[0].port' could not be read", shell.Invoke("Set-NovitaInstance a -AddPort 80/http").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("'envs' could not be read", shell.Invoke("Update-NovitaInstance a -Command x -Confirm:$false").Error.Exception.Message, StringComparison.Ordinal);

        Assert.Empty(service.Requests.Changing);
        var run = shell.Invoke("Get-NovitaInstance -Id a");
        Assert.Equal(2, run.Errors.Length);
        Assert.All(run.Errors, error => Assert.StartsWith("ValueUnreadable,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Single(run.Output);
    }

    private static SimulatedInstance[] Fleet(string member) =>
        [.. s_ids.Select(id => new SimulatedInstance { Id = id, Name = $"n-{id}", RawJson = id == "a" ? null : $$"""{"id":"{{id}}","name":"n-{{id}}","status":"running",{{member}}}""" })];
}
