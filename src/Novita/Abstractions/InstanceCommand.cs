using System.Management.Automation;
using Novita.Client;
using Novita.Completers;
using Novita.Errors;
using Novita.Selection;

namespace Novita.Abstractions;

/// <summary>
/// A cmdlet that is given instances: by id, as objects from the pipeline, or by their exact names. It gathers all of them before
/// it begins, so that a list that fails half-way, or more instances than were meant, change nothing.
/// </summary>
public abstract class InstanceCommand : ConnectedCommand
{
    private protected const string IdSet = "Id";
    private protected const string NameSet = "Name";

    private readonly List<InstanceTarget> _targets = [];

    /// <summary>Ids of instances, or instances. An instance is reached through the session it was read through.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] Id { get; set; } = [];

    /// <summary>Whole names of instances, ignoring case; never a pattern. A name that several instances have needs <see cref="AllowMultiple"/>.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(InstanceNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Takes all instances of a name where there are several.</summary>
    [Parameter(ParameterSetName = NameSet)]
    public SwitchParameter AllowMultiple { get; set; }

    private protected sealed override void Process()
    {
        foreach (var reference in Id)
        {
            var targets = Resolve(reference);
            if (targets.Count > 1)
            {
                WriteError(new NovitaException(NovitaErrorKind.RequestInvalid, "Several sessions were named, but an id belongs to one. Name that one with -Session.") { InstanceId = reference.Id }.ToErrorRecord(reference.Id));
                continue;
            }

            _targets.AddRange(targets);
        }
    }

    private protected sealed override void End()
    {
        var targets = ParameterSetName == NameSet ? FindByName() : _targets;
        Act(targets.Distinct().ToList());
    }

    /// <summary>Does what the cmdlet is for, once all instances are known.</summary>
    /// <param name="targets">The instances, each once, in the order they came.</param>
    private protected abstract void Act(IReadOnlyList<InstanceTarget> targets);

    private List<InstanceTarget> FindByName()
    {
        var found = ReadFleet().ToLookup(target => target.Instance!.Name, StringComparer.OrdinalIgnoreCase);
        var chosen = new List<InstanceTarget>();
        foreach (var name in Name)
        {
            var matches = found[name].ToList();
            if (matches.Count == 1 || (matches.Count > 1 && AllowMultiple))
            {
                chosen.AddRange(matches);
            }
            else
            {
                WriteError((matches.Count == 0 ? NoneOf(name) : SeveralOf(name, matches)).ToErrorRecord(name));
            }
        }

        return chosen;
    }

    /// <summary>Reads the instances of these names; a list that is not known to be whole could hide one of them, so it ends the cmdlet.</summary>
    private IEnumerable<InstanceTarget> ReadFleet()
    {
        var sessions = ResolveSessions();
        var reading = Await(() => FleetReader.ReadAllAsync(sessions, InstanceSelection.Create(Name, null, null, exact: true), Call));
        return reading.IsWhole
            ? from instance in reading.Instances
              where instance.Status != InstanceStatus.Removed
              select new InstanceTarget((NovitaSession)instance.Session!, instance.Id, instance)
            : throw reading.Unconfirmed[0];
    }

    private static NovitaException NoneOf(string name)
    {
        var isPattern = WildcardPattern.ContainsWildcardCharacters(name);
        return new NovitaException(NovitaErrorKind.NotFound, $"No instance is named '{VisibleText.Of(name)}'.{(isPattern ? " Names are whole here; for a pattern, pipe from Get-NovitaInstance -Name." : "")}");
    }

    private static NovitaException SeveralOf(string name, List<InstanceTarget> matches) => new(
        NovitaErrorKind.RequestInvalid,
        $"{matches.Count} instances are named '{VisibleText.Of(name)}': {string.Join(", ", matches.Take(5).Select(match => VisibleText.Of(match.Id)))}{(matches.Count > 5 ? ", ..." : "")}. Give the Id of the one that is meant, or -AllowMultiple for all of them.");
}
