using Novita.Demo;
using Novita.Demo.Hosting;

namespace Novita.Benchmarks.Children;

/// <summary>The module, imported from its manifest into PowerShell's engine. Complaints go to standard error.</summary>
internal sealed class ModuleListing : IListing
{
    public const string Role = "module";

    private readonly Engine _engine = new(new TextHost(Console.Error, width: 120, colour: false));
    private readonly string _script;

    /// <param name="endpoint">Where the service is.</param>
    /// <param name="key">The key it takes.</param>
    /// <param name="script">What is measured.</param>
    public ModuleListing(string endpoint, string key, string script)
    {
        _script = script;
        Run($"Connect-Novita -Endpoint {endpoint} -ApiKey {key}");
    }

    public Task WarmAsync() => Run("Get-NovitaInstance -First 1 | Out-Null");

    public Task RunAsync() => Run(_script);

    public Task CheckAsync(Arrivals arrivals)
    {
        _engine.SetVariable("arrivals", arrivals);
        return Run("Get-NovitaInstance -All | ForEach-Object { $arrivals.Add($_.Id) }");
    }

    public void Dispose() => _engine.Dispose();

    private Task Run(string script) =>
        _engine.Run(script) ? Task.CompletedTask : throw new InvalidOperationException($"'{script}' failed.");
}
