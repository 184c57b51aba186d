using System.Net;
using System.Net.Sockets;
using Novita.Simulator.Areas.Credentials;
using Novita.Simulator.Areas.Networks;
using Novita.Simulator.Areas.Storage;
using Novita.Simulator.Areas.Templates;

namespace Novita.Simulator;

/// <summary>
/// What the examples of README and help find beside the fleet: templates, a registry credential, storage, a network, and an instance whose
/// SSH port answers on this machine.
/// </summary>
public sealed class ExampleAccount : IDisposable
{
    private const string Reachable = "dev-box-10";

    private readonly TcpListener _ssh = new(IPAddress.Loopback, 0);

    public ExampleAccount(SimulatedService service)
    {
        service.Templates.Rows.Load(
            new SimulatedTemplate { Id = "1001", Name = "web" },
            new SimulatedTemplate { Id = "1", Name = "pytorch 2.9", Channel = "official" });
        service.Credentials.Rows.Load(
            new SimulatedCredential { Id = "75irlsvvsehnqdajg2r481mjk54ecodc", Name = "ghcr", Username = "me", Password = "a-password" });
        service.Storage.Rows.Load(
            new SimulatedStorage { Id = "d4e82677-3f80-4020-a731-d15b1c589aa8", Name = "datasets", Size = 100, ClusterId = "us-ca-6" },
            new SimulatedStorage { Id = "0b6c8c51-9f2e-4d43-8a0e-6f1f7a3f9d10", Name = "scratch-old", Size = 20, ClusterId = "us-ca-6" });
        service.Networks.Rows.Load(new SimulatedNetwork { Id = "9f2c61d07b3a4e58", Name = "lab", ClusterId = "us-ca-6" });

        _ssh.Start();
        _ = GreetAsync();
        var command = $"ssh -p {((IPEndPoint)_ssh.LocalEndpoint).Port} root@127.0.0.1";
        foreach (var instance in service.Fleet.Snapshot().Where(instance => instance.Name == Reachable))
        {
            service.Fleet.Update(instance.Id, old => old with { Extra = old.Extra.SetItem("sshCommand", command) });
        }
    }

    public void Dispose() => _ssh.Dispose();

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
            // The service has stopped.
        }
    }
}
