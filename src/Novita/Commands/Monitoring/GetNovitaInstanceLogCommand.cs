using System.Management.Automation;
using Novita.Client;
using Novita.Client.Errors;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Errors;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Reads the logs of instances line by line. The API key is not sent to the host of the log.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaInstanceLog", DefaultParameterSetName = IdSet)]
[OutputType(typeof(string))]
public sealed class GetNovitaInstanceLogCommand : ResourceCommand<Instance>
{
    /// <summary>
    /// Reads the system log: what the service does with the instance. By default it reads the log of the programs in the instance.
    /// </summary>
    [Parameter]
    public SwitchParameter System { get; set; }

    /// <summary>Writes only this many of the last lines. With <see cref="Follow"/>, new lines come after these lines.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Writes new lines as they come, until the instance stops or Ctrl+C is pressed. Lost connections are made again.</summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    private protected override ListRequest<Instance> AllRequest => ListRequests.Instances();

    private protected override void Execute(IReadOnlyList<Target<Instance>> targets)
    {
        if (Follow && targets.Count > 1)
        {
            throw Limits.Invalid(
                $"{targets.Count} instances were given, but Follow reads the log of one. Follow each instance in a shell of its own.");
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
