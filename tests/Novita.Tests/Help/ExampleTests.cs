using System.Net;
using System.Net.Sockets;
using Novita.Generator.Pages;
using Novita.Simulator;
using Novita.Simulator.Areas.Credentials;
using Novita.Simulator.Areas.Networks;
using Novita.Simulator.Areas.Storage;
using Novita.Simulator.Areas.Templates;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

/// <summary>Runs the examples of the help and of the README exactly as printed.</summary>
[Collection(ProcessWide.Name)]
public sealed class ExampleTests : ServiceTest, IDisposable
{
    private readonly TcpListener _ssh = new(IPAddress.Loopback, 0);

    private static PageDocument Readme => PageDocument.Read(Path.Combine(ModuleHelp.Root, "README.md"));

    /// <summary>Page, title and place on the page of each example.</summary>
    public static TheoryData<string, string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var (page, examples) in ByPage())
            {
                for (var i = 0; i < examples.Count; i++)
                {
                    data.Add(page, examples[i].Title, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_runs_as_printed(string page, string title, int place)
    {
        var time = UseFastTime();
        var example = ByPage()[page][place];
        Assert.Equal(title, example.Title);
        var folder = Directory.CreateTempSubdirectory("novita-");
        try
        {
            var shell = (await StageAsync(time.Provider)).With("folder", folder.FullName);
            shell.Output("Set-Location -LiteralPath $folder");

            var run = shell.Invoke(example.Code);

            string[] errors = [.. run.Errors.Select(error => error.ToString()), .. run.Terminating is { } terminating ? [terminating.ToString()] : Array.Empty<string>()];
            Assert.True(errors.Length > 0 == (example.Outcome == ExampleOutcome.Fails), $"Errors: {string.Join('\n', errors)}");
            Assert.True(run.Warnings.Length > 0 == (example.Outcome == ExampleOutcome.Warns), $"Warnings: {string.Join('\n', run.Warnings)}");
            if (example.Output is not null)
            {
                var shown = shell.With("output", run.Output).Output("$output | Out-String -Width 120").Single().ToString();
                Assert.Equal(example.Output, string.Join('\n', shown.Split('\n').Select(line => line.TrimEnd())).Trim());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => _ssh.Dispose();

    private static Dictionary<string, List<ExampleHelp>> ByPage() =>
        ModuleHelp.Documents.Examples()
            .Concat(AboutExamples.Read(Readme).Select(example => (Page: Readme.Name, Example: example)))
            .GroupBy(printed => printed.Page)
            .ToDictionary(group => group.Key, group => group.Select(printed => printed.Example).ToList());

    /// <summary>A shell of someone at work: a whole fleet and what it stands on, sessions, and what stands in for vaults.</summary>
    private async Task<Shell> StageAsync(TimeProvider time)
    {
        var service = await StartAsync(new SimulatorOptions { TimeProvider = time, Monitoring = new() { ServesLogs = true } });
        service.Templates.Rows.Load(
            new SimulatedTemplate { Id = "1001", Name = "web" },
            new SimulatedTemplate { Id = "1", Name = "pytorch 2.9", Channel = "official" });
        service.Credentials.Rows.Load(
            new SimulatedCredential { Id = "75irlsvvsehnqdajg2r481mjk54ecodc", Name = "ghcr", Username = "me", Password = "a-password" });
        service.Storage.Rows.Load(
            new SimulatedStorage { Id = "d4e82677-3f80-4020-a731-d15b1c589aa8", Name = "datasets", Size = 100, ClusterId = "us-ca-6" },
            new SimulatedStorage { Id = "0b6c8c51-9f2e-4d43-8a0e-6f1f7a3f9d10", Name = "scratch-old", Size = 20, ClusterId = "us-ca-6" });
        ServeSsh(service, "dev-box-10");
        service.Networks.Rows.Load(new SimulatedNetwork { Id = "9f2c61d07b3a4e58", Name = "lab", ClusterId = "us-ca-6" });
        Environment.Set("NOVITA_ENDPOINT", service.Endpoint.ToString()).Set("NOVITA_API_KEY", service.ApiKey);
        var shell = NewShell();
        shell.Output(await File.ReadAllTextAsync(Path.Combine(ModuleHelp.Root, "tests", "Novita.Tests", "Help", "ExampleStage.ps1")));
        return shell;
    }

    /// <summary>Lets SSH of an instance lead to a port of this machine that greets as an SSH server does.</summary>
    private void ServeSsh(SimulatedService service, string name)
    {
        _ssh.Start();
        _ = GreetAsync();
        var port = ((IPEndPoint)_ssh.LocalEndpoint).Port;
        service.Fleet.Update(service.Fleet.Snapshot().Single(instance => instance.Name == name).Id, instance => instance with
        {
            Extra = instance.Extra.SetItem("sshCommand", $"ssh -p {port} root@127.0.0.1"),
        });
    }

    private async Task GreetAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _ssh.AcceptTcpClientAsync();
                await client.GetStream().WriteAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test has ended.
        }
    }
}
