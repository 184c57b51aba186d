using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Lists templates: images with settings for new instances.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaTemplate", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Template))]
public sealed class GetNovitaTemplateCommand : ReadCommand<Template>
{
    /// <summary>
    /// Lists the templates of one channel: <c>official</c>, <c>community</c>, or <c>private</c> for the account's own templates, the
    /// default.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<TemplateChannel>))]
    public string Channel { get; set; } = TemplateChannel.Private;

    private protected override IEnumerable<ListRequest<Template>> Requests =>
        from name in TextFilter.Search(Name, Exact)
        select ListRequests.Templates(name.Query, TemplateChannel.Values.Normalize(Channel)).Where(name, template => template.Name);

    private protected override Task<Template> ReadAsync(Target<Template> target) => target.Client.GetTemplateAsync(target.Id, Call);
}
