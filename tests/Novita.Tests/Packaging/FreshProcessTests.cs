using Novita.Demo;

namespace Novita.Tests.Packaging;

/// <summary>The package in a process that knows nothing of this checkout's own module: PowerShell's engine, in the demo program.</summary>
public sealed class FreshProcessTests
{
    private const string LoadedFiles = "[AppDomain]::CurrentDomain.GetAssemblies().ForEach{ if (-not $_.IsDynamic) { \"file $($_.Location)\" } }";

    [Fact]
    public async Task The_package_is_imported_without_HTTP_and_JSON()
    {
        var files = await LoadedAsync("--alone", LoadedFiles);

        Assert.Contains("Novita.dll", files.Select(Path.GetFileName));
        Assert.DoesNotContain(files.Select(Path.GetFileName), name => name is "System.Net.Http.dll" or "System.Text.Json.dll");
    }

    [Fact]
    public async Task The_package_lists_instances()
    {
        var run = await RunAsync("\"$((Get-NovitaInstance -All).Count) listed of $endpoint\"");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"(?m)^[1-9]\d* listed of http://127\.0\.0\.1:\d+", run.Output);
    }

    [Fact]
    public async Task Only_the_assemblies_of_the_module_come_from_its_folder()
    {
        var files = await LoadedAsync($"Get-NovitaInstance -All | Out-Null; {LoadedFiles}");

        string[] ours = [Path.Combine(ModulePackage.Bin, "Novita.Client.dll"), Path.Combine(ModulePackage.Bin, "Novita.dll")];
        Assert.Equal(ours, files.Where(file => Path.GetFileName(file) is "Novita.dll" or "Novita.Client.dll").Order(StringComparer.Ordinal));
        Assert.Equal(ours, files.Where(file => file.StartsWith(ModulePackage.Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static async Task<string[]> LoadedAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.Equal(0, run.ExitCode);
        return [.. run.Lines.Where(line => line.StartsWith("file ", StringComparison.Ordinal)).Select(line => line["file ".Length..])];
    }

    private static Task<Child> RunAsync(params string[] arguments) =>
        Child.RunAsync("dotnet", [typeof(Engine).Assembly.Location, "--module", ModulePackage.Manifest, .. arguments]);
}
