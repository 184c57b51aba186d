using Novita.Tests.Fixtures;

namespace Novita.Tests;

[Collection(ProcessWide.Name)]
public sealed class TimeZoneTests : ServiceTest
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/Los_Angeles")]
    public async Task End_times_compare_with_the_local_clock(string zone)
    {
        using var local = new LocalZone(zone);
        var now = DateTimeOffset.UtcNow;
        var shell = Connect(await StartAsync(
            new() { Name = "soon", BillingMode = "monthly", EndTime = now.AddDays(7).AddMinutes(-30) },
            new() { Name = "later", BillingMode = "monthly", EndTime = now.AddDays(7).AddMinutes(30) },
            new() { Name = "never" }));

        Assert.Equal("soon", shell.Output("(Get-NovitaInstance | Where-Object { $_.EndTime -and $_.EndTime -lt [datetime]::Now.AddDays(7) }).Name").Single().ToString());
        Assert.Equal("soon", shell.Output("(Get-NovitaInstance | Where-Object { $_.EndTime -and [datetime]::Now.AddDays(7) -gt $_.EndTime }).Name").Single().ToString());
        var end = (DateTime)shell.Output("(Get-NovitaInstance soon).EndTime").Single().BaseObject;
        Assert.Equal(DateTimeKind.Local, end.Kind);
        Assert.Equal(now.AddDays(7).AddMinutes(-30).ToUnixTimeSeconds(), new DateTimeOffset(end).ToUnixTimeSeconds());
    }
}
