using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Lists templates: images with the settings of instances that are made from them.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaTemplate", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Template))]
public sealed class GetNovitaTemplateCommand : ReadCommand<Template>
{
    /// <summary>
    /// Where the templates come from: <c>official</c>, <c>community</c> or <c>private</c>, the account's own, which is the default.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<TemplateChannel>))]
    public string Channel { get; set; } = TemplateChannel.Private;

    private protected override IEnumerable<ListRequest<Template>> Requests =>
        from name in TextFilter.Search(Name, Exact)
        select ListRequests.Templates(name.Asked, TemplateChannel.Values.Normalize(Channel)).Where(name, template => template.Name);

    private protected override Task<Template> ReadAsync(Target<Template> target) => target.Client.GetTemplateAsync(target.Id, Call);
}
