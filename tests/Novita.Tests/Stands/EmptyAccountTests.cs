using System.Management.Automation;
using System.Net;
using Novita.Demo;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Stands;

/// <summary>The recipe that begins with an empty account.</summary>
public sealed class EmptyAccountTests : ServiceTest
{
    private const string Run =
        "& $recipe -Gpu 4090 -ImageUrl ghcr.io/me/train:1 -Credential $credential -Confirm:$false -ScriptBlock";

    [Fact]
    public async Task Everything_an_instance_stands_on_is_made_used_and_removed_again()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        var shell = Prepare(service);

        var seen = shell.Output($$"""
            {{Run}} {
                $args[0]
                Get-NovitaNetworkStorage -IncludeAttachment
                Get-NovitaInstance -Id $args[0].Id
            }
            """);

        var made = (Instance)seen[0].BaseObject;
        Assert.Equal(("running", "ghcr.io/me/train:1", "22/tcp"), (made.Status, made.ImageUrl, $"{made.PortMappings}"));
        Assert.Equal(32, made.ImageAuthId?.Length);
        Assert.Equal($"{made}", $"{((NetworkStorage)seen[1].BaseObject).AttachedTo}");
        Assert.NotNull(((InstanceDetail)seen[2].BaseObject).Network);
        AssertEmpty(service);
        Assert.Equal(10, service.Requests.Changing.Count);
    }

    [Fact]
    public async Task All_of_it_is_removed_where_the_work_fails()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });

        var run = Prepare(service).Invoke($"{Run} {{ throw 'failed' }}");

        Assert.Equal("failed", run.Terminating?.Exception.Message);
        AssertEmpty(service);
    }

    [Fact]
    public async Task What_was_made_is_removed_where_a_later_step_fails()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Refuse(InstanceAction.Create, ApiError.InsufficientResource);

        var run = Prepare(service).Invoke($"{Run} {{ }}");

        Assert.StartsWith("CapacityUnavailable", run.Terminating?.FullyQualifiedErrorId, StringComparison.Ordinal);
        AssertEmpty(service);
    }

    private static void AssertEmpty(SimulatedService service)
    {
        Assert.All(service.Fleet.Snapshot(), instance => Assert.Equal("removed", instance.Status));
        Assert.Empty(service.Templates.Rows.Snapshot());
        Assert.Empty(service.Storage.Rows.Snapshot());
        Assert.Empty(service.Networks.Rows.Snapshot());
        Assert.Empty(service.Credentials.Rows.Snapshot());
    }

    private Shell Prepare(SimulatedService service) => Connect(service)
        .With("recipe", Path.Combine(Path.GetDirectoryName(ModuleFile.Path)!, "docs", "recipes", "Invoke-InNewInstance.ps1"))
        .With("credential", new PSCredential("me", new NetworkCredential("", "s3cret-word").SecurePassword));
}
