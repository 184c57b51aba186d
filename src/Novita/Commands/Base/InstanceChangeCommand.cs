using Novita.Client;
using Novita.Client.Lists;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that changes instances.</summary>
public abstract class InstanceChangeCommand : NamedChangeCommand<Instance>
{
    private protected sealed override ListRequest<Instance> AllRequest => ListRequests.Instances();

    private protected sealed override async Task<Instance> ReadAsync(Target<Instance> target) =>
        await target.Client.GetInstanceAsync(target.Id, Call).ConfigureAwait(false);
}
