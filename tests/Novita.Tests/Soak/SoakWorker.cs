using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Soak;

/// <summary>Someone at work in a runspace of their own, who does one thing after the other at random and checks what comes of it.</summary>
internal sealed class SoakWorker
{
    private readonly int _number;
    private readonly Shell _shell;
    private readonly IReadOnlyList<SimulatedService> _accounts;
    private readonly Random _random;
    private readonly SortedSet<int> _connected = [];

    public SoakWorker(int number, Shell shell, IReadOnlyList<SimulatedService> accounts)
    {
        _number = number;
        _shell = shell;
        _accounts = accounts;
        _random = new Random(number);
    }

    public int Operations { get; private set; }

    public int Stops { get; private set; }

    public List<string> Faults { get; } = [];

    public void DoSomething()
    {
        Operations++;
        var account = _random.Next(_accounts.Count);
        switch (_random.Next(10))
        {
            case 0 or 1:
                Connect(account);
                break;
            case 2:
                Disconnect(account);
                break;
            case 3:
                BeRefused(account);
                break;
            case 4:
                StopWhileListing(account);
                break;
            case 5:
                ListTogether();
                break;
            default:
                List(account);
                break;
        }
    }

    public void DisconnectAll() => Run("Disconnect-Novita -All");

    private string Session(int account) => $"w{_number}-{account}";

    private void Connect(int account)
    {
        _shell.With("name", Session(account)).With("endpoint", _accounts[account].Endpoint).With("key", _accounts[account].ApiKey);
        Run("Connect-Novita -Name $name -Endpoint $endpoint -ApiKey $key");
        _connected.Add(account);

        // The latest session is the one to work through, whatever other runspaces do.
        Expect(account, Run("Get-NovitaInstance -First 3").Output, 3);
    }

    private void Disconnect(int account)
    {
        if (_connected.Remove(account))
        {
            _shell.With("name", Session(account));
            Run("Disconnect-Novita -Session $name");
        }
    }

    private void BeRefused(int account)
    {
        _shell.With("name", Session(account)).With("endpoint", _accounts[account].Endpoint).With("key", "sk_of_nobody_at_all");
        var error = Error(_shell.Invoke("Connect-Novita -Name $name -Endpoint $endpoint -ApiKey $key"));
        if (error?.FullyQualifiedErrorId.StartsWith("ApiKeyRefused,", StringComparison.Ordinal) != true)
        {
            Faults.Add($"A wrong key gave {error}.");
        }
    }

    private void List(int account)
    {
        if (_connected.Contains(account))
        {
            _shell.With("name", Session(account)).With("size", _random.Next(5, 40));
            Expect(account, Run("Get-NovitaInstance -All -Session $name -PageSize $size").Output, _accounts[account].Fleet.Count);
        }
    }

    private void ListTogether()
    {
        if (_connected.Count > 1)
        {
            _shell.With("names", _connected.Select(Session).ToArray());
            var all = Run("Get-NovitaInstance -All -Session $names -PageSize 20").Output;
            foreach (var account in _connected)
            {
                Expect(account, [.. all.Where(instance => (string)instance.Properties["SessionName"].Value == Session(account))], _accounts[account].Fleet.Count);
            }
        }
    }

    private void StopWhileListing(int account)
    {
        if (!_connected.Contains(account))
        {
            return;
        }

        Stops++;
        _shell.With("name", Session(account));
        using var shell = PowerShell.Create(_shell.Runspace).AddScript("Get-NovitaInstance -All -Session $name -PageSize 1");
        var output = new PSDataCollection<PSObject>();
        var running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        Thread.Sleep(_random.Next(8));
        shell.Stop();
        Expect(account, [.. output], null);
        try
        {
            shell.EndInvoke(running);
        }
        catch (PipelineStoppedException)
        {
            // As asked.
        }
    }

    private Run Run(string script)
    {
        var run = _shell.Invoke(script);
        if (Error(run) is { } error)
        {
            Faults.Add($"{script}: {error}");
        }

        return run;
    }

    private static ErrorRecord? Error(Run run) => run.Terminating ?? run.Errors.FirstOrDefault();

    private void Expect(int account, PSObject[] instances, int? count)
    {
        if (instances.Any(instance => !$"{instance.Properties["Name"].Value}".StartsWith($"account-{account}-", StringComparison.Ordinal)))
        {
            Faults.Add($"Account {account} gave an instance of another.");
        }

        if (count is not null && (instances.Length != count || instances.Select(instance => instance.Properties["Id"].Value).Distinct().Count() != count))
        {
            Faults.Add($"Account {account} gave {instances.Length} instances and not {count}.");
        }
    }
}
