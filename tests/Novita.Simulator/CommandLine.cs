using System.Globalization;

namespace Novita.Simulator;

/// <summary>The program's options.</summary>
internal sealed class CommandLine
{
    public const string Help = """
        The Novita GPU cloud API on loopback.

          --port <n>                 listen on this port (default: a free one)
          --path-prefix <path>       required in front of every path, such as /team-a
          --key <text>               the key to accept (default: a random one)
          --instances <n>            size of the fleet (default 250)
          --seed <n>                 what the fleet is made from (default 1)
          --page-base 0|1            number of the first page (default 0)
          --page-zero first|error|empty
                                     what page 0 is when the base is 1 (default first)
          --max-page-size <n>        most instances a page (default: no limit)
          --cap-step cap|asked       how far apart pages cut by that are (default cap)
          --total number|text|absent how the total is sent (default number)
          --no-total                 the same as --total absent
          --latency <ms>             wait before every reply (default 0)
          --speed <n>                actions take so many times less time (default 1)
          --gzip                     compress for clients that accept it
          --help                     show this
        """;

    private static readonly string[] s_settings =
    [
        "--port", "--path-prefix", "--key", "--instances", "--seed", "--page-base", "--page-zero", "--max-page-size",
        "--cap-step", "--total", "--latency", "--speed",
    ];

    private static readonly string[] s_switches = ["--no-total", "--gzip", "--help"];

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">An option is unknown or has no value.</exception>
    public CommandLine(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (s_switches.Contains(args[i]))
            {
                _given[args[i]] = "";
            }
            else if (!s_settings.Contains(args[i]))
            {
                throw new FormatException($"Unknown option '{args[i]}'; --help lists them.");
            }
            else if (i + 1 == args.Length)
            {
                throw new FormatException($"{args[i]} needs a value.");
            }
            else
            {
                _given[args[i]] = args[++i];
            }
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
            PathPrefix = _given.GetValueOrDefault("--path-prefix", defaults.PathPrefix),
            ApiKey = _given.GetValueOrDefault("--key", defaults.ApiKey),
            Instances = Number("--instances", 0, 1_000_000) ?? defaults.Instances,
            Seed = Number("--seed", 0) ?? defaults.Seed,
            PageBase = Number("--page-base", 0, 1) ?? defaults.PageBase,
            PageZero = Choice("--page-zero", ("first", PageZero.SameAsFirst), ("error", PageZero.Error), ("empty", PageZero.Empty)),
            MaxPageSize = Number("--max-page-size", 1),
            CapStep = Choice("--cap-step", ("cap", CapStep.ByCap), ("asked", CapStep.BySizeAsked)),
            Total = _given.ContainsKey("--no-total")
                ? TotalForm.Absent
                : Choice("--total", ("number", TotalForm.Number), ("text", TotalForm.Text), ("absent", TotalForm.Absent)),
            Latency = TimeSpan.FromMilliseconds(Number("--latency", 0) ?? 0),
            Lifecycle = defaults.Lifecycle.Faster(speed),
            Jobs = new() { Pulling = defaults.Jobs.Pulling / speed, Running = defaults.Jobs.Running / speed },
            Monitoring = new() { ServesLogs = true },
            Gzip = _given.ContainsKey("--gzip"),
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
            : throw new FormatException(
                most == int.MaxValue
                    ? $"{name} takes a whole number from {least} up, not '{text}'."
                    : $"{name} takes a whole number from {least} to {most}, not '{text}'.");
    }

    private T Choice<T>(string name, params (string Text, T Value)[] choices)
    {
        var text = _given.GetValueOrDefault(name, choices[0].Text);

        foreach (var choice in choices)
        {
            if (choice.Text == text)
            {
                return choice.Value;
            }
        }

        throw new FormatException($"{name} takes {string.Join(", ", choices.Select(choice => choice.Text))}, not '{text}'.");
    }
}
