using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Deletes templates of the account. Instances that were made from the templates do not change.</summary>
[Cmdlet(VerbsCommon.Remove, "NovitaTemplate", DefaultParameterSetName = IdSet,
    SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Template))]
public sealed class RemoveNovitaTemplateCommand : RemoveCommand<Template>
{
    private protected override ListRequest<Template> AllRequest => ListRequests.Templates();

    private protected override Task<OperationResult> RemoveAsync(Target<Template> target) =>
        target.Client.RemoveTemplateAsync(target.Id, Call);

    private protected override Task<Template> ReadAsync(Target<Template> target) => target.Client.GetTemplateAsync(target.Id, Call);
}
