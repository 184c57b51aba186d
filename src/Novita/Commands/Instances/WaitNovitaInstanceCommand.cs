using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Text;
using Novita.Client.Waiting;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Waits until instances have a status, and writes each instance at once. One reading of the list serves all instances.</summary>
[Cmdlet(VerbsLifecycle.Wait, "NovitaInstance", DefaultParameterSetName = IdSet)]
[OutputType(typeof(Instance))]
public sealed class WaitNovitaInstanceCommand : ResourceCommand<Instance>
{
    /// <summary>
    /// Waits for this status, ignoring case, or for any one of several. <c>removed</c> includes instances that are no longer in the list.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<InstanceStatus>))]
    public string[] Status { get; set; } = [InstanceStatus.Running];

    /// <summary>Also waits until the SSH server of the instance, or the port in <see cref="Port"/>, accepts a connection.</summary>
    [Parameter]
    public SwitchParameter Ready { get; set; }

    /// <summary>Waits until this open port accepts a connection. The parameter implies <see cref="Ready"/>.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>Limits the whole wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>Sets the time between two looks at the list, in seconds.</summary>
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
            throw Limits.Invalid($"-Status is '{VisibleText.Quote(text)}', but wildcards are not allowed. Name each status to wait for.");
        }

        return InstanceStatus.Values.Normalize(text);
    }
}
