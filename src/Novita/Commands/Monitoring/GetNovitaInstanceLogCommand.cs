using System.Management.Automation;
using Novita.Client;
using Novita.Client.Errors;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Errors;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Reads the logs of instances, line by line, as they come. The key is not sent to the log's host.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaInstanceLog", DefaultParameterSetName = IdSet)]
[OutputType(typeof(string))]
public sealed class GetNovitaInstanceLogCommand : ResourceCommand<Instance>
{
    /// <summary>Reads the log of what the service does with the instance. Without it: the log of what runs in the instance.</summary>
    [Parameter]
    public SwitchParameter System { get; set; }

    /// <summary>How many of the last lines to write, or to begin with, 0 or more. Without it: all.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Goes on with the lines that come, over lost connections too, until the instance stops or Ctrl+C.</summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    private protected override ListRequest<Instance> AllRequest => ListRequests.Instances();

    private protected override void Execute(IReadOnlyList<Target<Instance>> targets)
    {
        if (Follow && targets.Count > 1)
        {
            throw Limits.Invalid(
                $"{targets.Count} instances were given, but Follow goes on with the log of one. Follow each in a shell of its own.");
        }

        foreach (var target in targets)
        {
            try
            {
                Write(target);
            }
            catch (NovitaException error)
            {
                error.Subject ??= new Subject(Noun<Instance>.Singular, target.Id);
                WriteError(error.ToErrorRecord(target.Id));
            }
        }
    }

    private void Write(Target<Instance> target)
    {
        using var log = target.Client.ReadLog(target.Id, System, Tail, Follow, Call);
        while (Await(log.NextAsync) is { } lines)
        {
            foreach (var line in lines)
            {
                WriteObject(line);
            }
        }
    }
}
