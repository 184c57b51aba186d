namespace Novita.Tests.Fixtures;

/// <summary>The local time zone of this process, until it is disposed.</summary>
public sealed class LocalZone : IDisposable
{
    private readonly EnvironmentScope _environment = new();

    public LocalZone(string zone)
    {
        _environment.Set("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }

    public void Dispose()
    {
        _environment.Dispose();
        TimeZoneInfo.ClearCachedData();
    }
}
