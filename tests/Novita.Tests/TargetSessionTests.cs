using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>The session through which an instance is reached.</summary>
[Collection(ProcessWide.Name)]
public sealed class TargetSessionTests : ServiceTest
{
    private const string Roundtrip = "$far = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($instance))";

    private SimulatedService One { get; set; } = null!;

    private SimulatedService Two { get; set; } = null!;

    [Theory]
    [InlineData("$instance")]
    [InlineData("$far")]
    public async Task An_instance_acts_through_the_session_it_came_from_also_after_a_job(string instance)
    {
        var shell = await ConnectBothAsync();

        shell.Output($"$instance = Get-NovitaInstance -Session one; {Roundtrip}; {instance} | Stop-NovitaInstance");

        Assert.Single(One.Requests.Changing);
        Assert.Empty(Two.Requests);
    }

    [Fact]
    public async Task Instances_of_two_sessions_go_each_their_own_way_in_one_pipeline()
    {
        var shell = await ConnectBothAsync();

        var output = shell.Output("Get-NovitaInstance -Session one, two -All | Stop-NovitaInstance -PassThru");

        Assert.Equal(["one", "two"], output.Select(instance => Value(instance, "SessionName")));
        Assert.Single(One.Requests.Changing);
        Assert.Single(Two.Requests.Changing);
    }

    [Theory]
    [InlineData("$far | Stop-NovitaInstance")]
    [InlineData("$far | Get-NovitaInstance")]
    [InlineData("$far | Wait-NovitaInstance -Status exited")]
    [InlineData("[pscustomobject]@{ Id = $far.Id; SessionName = 'one' } | Stop-NovitaInstance")]
    public async Task A_session_that_is_not_here_is_an_error_and_no_other_is_taken(string script)
    {
        var shell = await ConnectBothAsync();
        shell.Output($"$instance = Get-NovitaInstance -Session one; {Roundtrip}; Disconnect-Novita -Session one");
        One.Requests.Clear();

        var run = shell.Invoke(script);

        Assert.Null(run.Terminating);
        Assert.Equal("NotConnected", run.ErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, run.Error.CategoryInfo.Category);
        Assert.Equal(One.Fleet.Snapshot()[0].Id, run.Error.TargetObject);
        Assert.Contains($"The instance '{run.Error.TargetObject}' was read through a session named 'one'", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(One.Requests);
        Assert.Empty(Two.Requests);
    }

    [Theory]
    [InlineData("$far | Stop-NovitaInstance")]
    [InlineData("Stop-NovitaInstance -Id $far")]
    [InlineData("$far | Get-NovitaInstance")]
    public async Task An_instance_that_came_through_a_job_without_its_session_is_an_error_until_one_is_named(string script)
    {
        var shell = await ConnectBothAsync();
        shell.Output("$far = [pscustomobject]@{ Id = (Get-NovitaInstance -Session one).Id }; $far.PSObject.TypeNames.Insert(0, 'Deserialized.Novita.Instance')");
        One.Requests.Clear();

        var run = shell.Invoke(script);

        Assert.Equal("NotConnected", run.ErrorId);
        Assert.Equal(One.Fleet.Snapshot()[0].Id, run.Error.TargetObject);
        Assert.Contains("which session", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Session", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(One.Requests);
        Assert.Empty(Two.Requests);
        shell.Output($"{script} -Session one");
        Assert.Single(One.Requests);
    }

    [Theory]
    [InlineData("$instance | Stop-NovitaInstance -Session two")]
    [InlineData("Stop-NovitaInstance -Id $instance -Session two")]
    [InlineData("$far | Stop-NovitaInstance -Session two")]
    [InlineData("$instance.Id | Stop-NovitaInstance -Session $two")]
    [InlineData("$instance.Id | Stop-NovitaInstance")]
    public async Task A_session_that_is_named_wins(string script)
    {
        var shell = await ConnectBothAsync();

        var run = shell.Invoke($"$two = Get-NovitaSession -Name two; $instance = Get-NovitaInstance -Session one; {Roundtrip}; {script}");

        // The second service has no instance of this id.
        Assert.Equal("NotFound", run.ErrorId);
        Assert.Empty(One.Requests.Changing);
        Assert.Single(Two.Requests.Changing);
    }

    [Theory]
    [InlineData("$instance | Stop-NovitaInstance -Session one, two")]
    [InlineData("$instance.Id | Remove-NovitaInstance -Session one, two -Confirm:$false")]
    [InlineData("$instance.Id | Wait-NovitaInstance -Session one, two")]
    public async Task An_id_in_several_sessions_is_an_error_and_changes_nothing(string script)
    {
        var shell = await ConnectBothAsync();

        var run = shell.Invoke($"$instance = Get-NovitaInstance -Session one; {script}");

        Assert.Null(run.Terminating);
        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Equal(One.Fleet.Snapshot()[0].Id, run.Error.TargetObject);
        Assert.Contains("-Session", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(One.Requests.Changing);
        Assert.Empty(Two.Requests);
    }

    [Theory]
    [InlineData("$instance.Id | Get-NovitaInstance -Session one, two")]
    [InlineData("$instance.Id | Get-NovitaInstance -Session two, one")]
    [InlineData("Get-NovitaInstance -Id $instance.Id -Session one, one, two")]
    public async Task Get_finds_an_id_in_whichever_session_has_it(string script)
    {
        var shell = await ConnectBothAsync();

        var output = shell.Output($"$instance = Get-NovitaInstance -Session one; {script}").Single();

        Assert.Equal("one", output.Properties["SessionName"].Value);
    }

    [Fact]
    public async Task Get_writes_one_error_for_an_id_that_no_session_has()
    {
        var shell = await ConnectBothAsync();

        var run = shell.Invoke("Get-NovitaInstance -Id nowhere -Session one, two");

        Assert.Equal("NotFound", run.ErrorId);
        Assert.Equal("nowhere", run.Error.TargetObject);
    }

    [Fact]
    public async Task An_instance_of_a_session_that_was_disconnected_is_an_error_and_no_other_is_taken()
    {
        var shell = await ConnectBothAsync();

        var run = shell.Invoke("$instance = Get-NovitaInstance -Session one; Disconnect-Novita -Session one; $instance | Stop-NovitaInstance");

        Assert.Equal("NotConnected", run.ErrorId);
        Assert.Equal(One.Fleet.Snapshot()[0].Id, run.Error.TargetObject);
        Assert.Empty(One.Requests.Changing);
        Assert.Empty(Two.Requests);
    }

    [Fact]
    public void Without_any_session_ids_are_one_error_that_ends_the_cmdlet()
    {
        var run = NewShell().Invoke("try { 'a', 'b' | Stop-NovitaInstance } catch { throw }");

        Assert.Equal("NotConnected", run.ErrorId);
        Assert.NotNull(run.Terminating);
    }

    private async Task<Shell> ConnectBothAsync()
    {
        One = await StartAsync(new SimulatedInstance { Name = "first" });
        Two = await StartAsync(new SimulatedInstance { Name = "second" });
        return ConnectBoth(One, Two);
    }
}
