using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Templates;

/// <summary><c>/templates</c>, <c>/template</c>, and <c>/template/create</c>, <c>update</c> and <c>delete</c>.</summary>
public sealed class TemplateArea : IArea
{
    private const int FirstId = 1000;

    private readonly TemplateOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, bool> _created = new();

    internal TemplateArea(TemplateOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>The templates; at first there are none.</summary>
    public SimulatedRows<SimulatedTemplate> Rows { get; } = new();

    private static ApiError NotFound { get; } = new(400, "TEMPLATE_NOT_FOUND", "template not found");

    void IArea.Map(RouteTable routes)
    {
        routes.List("/templates", new() { Member = "template", NullWhenEmpty = true }, Rows, query =>
        {
            var (name, channel) = (query.Text("name"), query.RequiredText("channel"));
            if (query.RequiredText("isMyCommunity") != (channel == "private" ? "true" : "false"))
            {
                throw new Refusal(ApiError.InvalidParameter("isMyCommunity", "it does not go with the channel"));
            }

            return template => template.Channel == channel
                && template.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) != false
                && !(_options.ListIsLate && _created.ContainsKey(template.Id));
        });
        routes.Get("/template", query => Rows.Find(query.RequiredText("templateId")) is { } template ? Wrapped(template)
            : _options.MissingIsNull ? JsonReply.Of(new { template = (object?)null })
            : NotFound);
        routes.Post("/template/create", Create);
        routes.Post("/template/delete", Delete);
        if (_options.HasUpdate)
        {
            routes.Post("/template/update", Update);
        }
    }

    private static JsonReply Wrapped(SimulatedTemplate template) =>
        new(Encoding.UTF8.GetBytes($$"""{"template":{{Encoding.UTF8.GetString(template.ToJson())}}}"""));

    private static SimulatedTemplate Read(Members body, string id)
    {
        var type = body.RequiredText("type", 1, 63);
        var channel = body.RequiredText("channel", 1, 63);
        if (type != "instance" || channel != "private")
        {
            throw body.Wrong("channel", "value must be private, of type instance");
        }

        return new()
        {
            Id = id,
            Name = body.RequiredText("name", 1, 255),
            Readme = body.Text("readme", 102400),
            Image = body.RequiredText("image", 1, 500),
            ImageAuth = body.Text("imageAuth", 255),
            StartCommand = body.Text("startCommand", 2047),
            Entrypoint = body.Text("entrypoint", 2047),
            RootfsSize = body.RequiredNumber("rootfsSize", 1, 6144),
            Ports = [.. body.Objects("ports", 15, ReadGroup) ?? []],
            Envs = [.. body.Objects("envs", 100, item => new SimulatedVariable(item.Text("key", 511), item.Text("value", 4095))) ?? []],
            MinCudaVersion = body.Text("minCudaVersion", 255),
        };
    }

    private static SimulatedPortGroup ReadGroup(Members group) => new(group.RequiredText("type", 1, 63), [.. group.Numbers("ports", 10)]);

    private JsonReply Create(Members body)
    {
        var template = body.RequiredObject("template", item => Read(item, "")) with { Created = _time.GetUtcNow() };
        body.End();
        var created = Rows.Change(() =>
        {
            var id = (FirstId + _created.Count).ToString(CultureInfo.InvariantCulture);
            _created[id] = true;
            return template with { Id = id };
        });
        Rows.Add(created);
        return JsonReply.Of(new { templateId = created.Id });
    }

    private IResult Update(Members body)
    {
        var template = body.RequiredObject("template", item => Read(item, item.RequiredText("Id", 1, 255)));
        body.End();
        var id = template.Id;
        return Rows.Update(id, old => template with { Created = old.Created, Tools = old.Tools })
            ? JsonReply.Of(new { templateId = id })
            : NotFound;
    }

    private IResult Delete(Members body)
    {
        var id = body.RequiredText("templateId", 1, 255);
        body.End();
        return Rows.Remove(id) ? JsonReply.Of(new { templateId = id }) : NotFound;
    }
}
