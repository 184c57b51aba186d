using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Areas.Storage;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Stands;

/// <summary>The cmdlets of network storage, which cost money and lose data.</summary>
public sealed class NetworkStorageTests : ServiceTest
{
    private const string New = "New-NovitaNetworkStorage data -ClusterId us-ca-6 -Size 100";

    [Fact]
    public async Task A_new_storage_comes_back_as_the_service_has_it()
    {
        var service = await StartAsync(0);

        var storage = Connect(service, "-Name prod").Output($"{New} -Confirm:$false").Single();

        var made = service.Storage.Rows.Snapshot().Single();
        Assert.Equal(
            (made.Id, "data", 100, "us-ca-6", "prod", 0.002m, null),
            (Value(storage, "Id"), Value(storage, "Name"), Value(storage, "Size"), Value(storage, "ClusterId"),
                Value(storage, "SessionName"), Value(storage, "PricePerGBDay"), Value(storage, "AttachedTo")));
        Assert.Equal("""{"clusterId":"us-ca-6","storageName":"data","storageSize":100}""", Assert.Single(service.Requests.Changing).Body);
    }

    [Fact]
    public async Task A_rename_sends_the_size_as_it_is_and_a_growth_the_name()
    {
        var service = await StoredAsync(new SimulatedStorage { Id = "a", Name = "data", Size = 100 });
        var shell = Connect(service);

        var renamed = shell.Output("Set-NovitaNetworkStorage a -Name new -Confirm:$false -PassThru").Single();
        shell.Output("Get-NovitaNetworkStorage new | Set-NovitaNetworkStorage -Size 150 -Confirm:$false");

        Assert.Equal(("new", 100), (Value(renamed, "Name"), Value(renamed, "Size")));
        Assert.Equal(
            ["""{"storageId":"a","storageName":"new","storageSize":100}""", """{"storageId":"a","storageName":"new","storageSize":150}"""],
            service.Requests.Changing.Select(request => request.Body));
    }

    [Fact]
    public async Task A_storage_that_would_shrink_is_an_error_of_its_own_and_nothing_is_sent_for_it()
    {
        var service = await StoredAsync(
            new SimulatedStorage { Id = "large", Name = "a", Size = 100 }, new SimulatedStorage { Id = "small", Name = "b", Size = 20 });

        var run = Connect(service).Invoke("Set-NovitaNetworkStorage large, small -Size 50 -Confirm:$false");

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Contains("The network storage has 100 GB and cannot shrink to 50.", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("network storage 'large'", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"small\"", Assert.Single(service.Requests.Changing).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_an_instance_mounts_is_not_deleted_and_the_error_names_the_instances()
    {
        var service = await StoredAsync(new SimulatedStorage { Id = "used" }, new SimulatedStorage { Id = "free" });
        service.Fleet.Load(
            [Mounting("i1", "web", "used"), Mounting("i2", "train", "used"), Mounting("i3", "gone", "free") with { Status = "removed" }]);

        var run = Connect(service).Invoke("Remove-NovitaNetworkStorage used, free -Confirm:$false");

        Assert.Equal("InUse", run.ErrorId);
        Assert.Equal(ErrorCategory.ResourceBusy, run.Error.CategoryInfo.Category);
        Assert.Contains("used by instance web (i1), instance train (i2)", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("""{"storageId":"free"}""", Assert.Single(service.Requests.Changing).Body);
        Assert.Single(service.Requests, request => request.Path.EndsWith("/gpu/instances", StringComparison.Ordinal));
        Assert.Equal("used", service.Storage.Rows.Snapshot().Single().Id);
    }

    [Fact]
    public async Task Force_goes_on_without_looking()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Storage = new() { DeletesWhileInUse = true } });
        service.Storage.Rows.Load(new SimulatedStorage { Id = "used" });
        service.Fleet.Load([Mounting("i1", "web", "used")]);

        Connect(service).Output("Remove-NovitaNetworkStorage used -Force -Confirm:$false");

        Assert.Empty(service.Storage.Rows.Snapshot());
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_fleet_that_cannot_be_listed_deletes_nothing()
    {
        var service = await StoredAsync(new SimulatedStorage { Id = "a" });
        var shell = Connect(service);
        using var refusal = service.Refuse("/gpu/instances", new ApiError(403, "FORBIDDEN", "no"));

        var run = shell.Invoke("Remove-NovitaNetworkStorage a -Confirm:$false");

        Assert.Equal("AccessDenied", run.ErrorId);
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task Unattached_lists_what_no_instance_mounts_with_one_list_of_the_fleet()
    {
        var service = await StoredAsync([.. Enumerable.Range(1, 5).Select(number => new SimulatedStorage { Id = $"s{number}" })]);
        service.Fleet.Load([Mounting("i1", "web", "s2"), Mounting("i2", "train", "s4")]);

        var storages = Connect(service).Output("Get-NovitaNetworkStorage -Unattached -All");

        Assert.Equal(["s1", "s3", "s5"], storages.Select(storage => Value(storage, "Id")));
        Assert.All(storages, storage => Assert.Equal("", $"{Value(storage, "AttachedTo")}"));
        Assert.Single(service.Requests, request => request.Path.EndsWith("/gpu/instances", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Attachments_are_read_by_list_and_by_id_and_only_when_asked_for()
    {
        var service = await StoredAsync(new SimulatedStorage { Id = "a" }, new SimulatedStorage { Id = "b" });
        service.Fleet.Load([Mounting("i1", "web", "a")]);
        var shell = Connect(service);

        Assert.Null(Value(shell.Output("Get-NovitaNetworkStorage -Id a").Single(), "AttachedTo"));
        Assert.DoesNotContain(service.Requests, request => request.Path.EndsWith("/gpu/instances", StringComparison.Ordinal));
        Assert.Equal("web (i1)", $"{Value(shell.Output("Get-NovitaNetworkStorage -Id a -IncludeAttachment").Single(), "AttachedTo")}");
        Assert.Equal(
            ["web (i1)", ""],
            shell.Output("Get-NovitaNetworkStorage -IncludeAttachment").Select(storage => $"{Value(storage, "AttachedTo")}"));
        Assert.Equal("i1", shell.Output("(Get-NovitaNetworkStorage -Id a -IncludeAttachment).AttachedTo.Id").Single().ToString());
    }

    [Fact]
    public async Task Two_accounts_are_one_list_and_each_has_its_own_attachments()
    {
        var one = await StoredAsync(new SimulatedStorage { Id = "a" });
        var two = await StoredAsync(new SimulatedStorage { Id = "b" });
        one.Fleet.Load([Mounting("i1", "web", "a")]);
        var shell = ConnectBoth(one, two);

        var storages = shell.Output("Get-NovitaNetworkStorage -Session one, two -IncludeAttachment");

        Assert.Equal(
            ["one a web (i1)", "two b "],
            storages.Select(storage => $"{Value(storage, "SessionName")} {Value(storage, "Id")} {Value(storage, "AttachedTo")}"));
        Assert.Equal("b", Value(shell.Output("Get-NovitaNetworkStorage -Session one, two -Unattached").Single(), "Id"));
    }

    private static SimulatedInstance Mounting(string id, string name, string storage) =>
        new() { Id = id, Name = name, VolumeMounts = [new("local", 30, "/workspace"), new("network", 5, "/data", storage)] };

    private async Task<SimulatedService> StoredAsync(params SimulatedStorage[] storages)
    {
        var service = await StartAsync(0);
        service.Storage.Rows.Load(storages);
        return service;
    }
}
