using System.Globalization;

namespace Novita.Simulator;

/// <summary>The program's options.</summary>
internal sealed class CommandLine
{
    public const string Help = """
        The Novita GPU cloud API on loopback.

          --port <n>       listen on this port (default: a free one)
          --key <text>     the key to accept (default: a random one)
          --instances <n>  size of the fleet (default 250)
          --speed <n>      actions take so many times less time (default 1)
          --help           show this
        """;

    private static readonly string[] s_settings = ["--port", "--key", "--instances", "--speed"];

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">An option is unknown or has no value.</exception>
    public CommandLine(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            _given[name] = name == "--help" ? ""
                : !s_settings.Contains(name) ? throw new FormatException($"Unknown option '{name}'; --help lists them.")
                : ++i == args.Length ? throw new FormatException($"{name} needs a value.")
                : args[i];
        }
    }

    public bool WantsHelp => _given.ContainsKey("--help");

    /// <exception cref="FormatException">A value is not one the option takes.</exception>
    public SimulatorOptions ToOptions()
    {
        var defaults = new SimulatorOptions();
        var speed = Number("--speed", 1) ?? 1;
        return new()
        {
            Port = Number("--port", 0, 65535) ?? defaults.Port,
            ApiKey = _given.GetValueOrDefault("--key", defaults.ApiKey),
            Instances = Number("--instances", 0, 1_000_000) ?? defaults.Instances,
            Lifecycle = defaults.Lifecycle.Faster(speed),
            Jobs = new() { Pulling = defaults.Jobs.Pulling / speed, Running = defaults.Jobs.Running / speed },
            Monitoring = new() { ServesLogs = true },
        };
    }

    private int? Number(string name, int least, int most = int.MaxValue)
    {
        if (!_given.TryGetValue(name, out var text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} takes a whole number from {least} to {most}, not '{text}'.");
    }
}
