using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Text;
using Novita.Client.Waiting;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Waits until instances have a status, and writes each as soon as it has. One reading of the list at a time serves all of them.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "NovitaInstance", DefaultParameterSetName = IdSet)]
[OutputType(typeof(Instance))]
public sealed class WaitNovitaInstanceCommand : ResourceCommand<Instance>
{
    /// <summary>
    /// The status to wait for, ignoring case; of several, any one will do. <c>removed</c> also is an instance that has gone.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<InstanceStatus>))]
    public string[] Status { get; set; } = [InstanceStatus.Running];

    /// <summary>Waits besides until the instance's SSH server, or the port given by <see cref="Port"/>, really answers.</summary>
    [Parameter]
    public SwitchParameter Ready { get; set; }

    /// <summary>The port that must answer, one that the instance has open. It implies <see cref="Ready"/>.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>How long to wait in all, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>How often to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    private protected override ListRequest<Instance> AllRequest => ListRequests.Instances();

    private protected override void Execute(IReadOnlyList<Target<Instance>> targets)
    {
        var goal = new InstanceGoal([.. Status.Select(ReadStatus)], Ready || Port is not null ? new ReadinessProbe(Port) : null);
        WaitFor(targets, goal, IntervalSec, TimeoutSec, (target, instance) =>
        {
            if (instance is not null)
            {
                WriteObject(target.Session.Stamp(instance));
            }
        });
    }

    private static string ReadStatus(string text)
    {
        if (WildcardPattern.ContainsWildcardCharacters(text))
        {
            throw new NovitaException(NovitaErrorKind.RequestInvalid,
                $"-Status is '{VisibleText.Quote(text)}', but what is waited for is a whole status. Name each that will do.");
        }

        return InstanceStatus.Values.Normalize(text);
    }
}
