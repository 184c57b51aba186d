using System.Text;
using System.Text.Json.Nodes;

namespace Novita.Simulator.Faults;

/// <summary>A list that is JSON of the right kind, and wrong all the same. They fit the list responses of every area.</summary>
public static class PageFaults
{
    public static Fault NullInstances { get; } = Edit("instances: null", page => page[ListOf(page)] = null);
    public static Fault NoInstances { get; } = Edit("instances missing", page => page.Remove(ListOf(page)));
    public static Fault RowsTwice { get; } = Edit("every row twice in a page", page => page[ListOf(page)] = Rows(page, rows => rows.Concat(rows)));
    public static Fault DuplicateId { get; } = Edit("an id twice, in place of another", page => page[ListOf(page)] = Rows(page, rows => rows.Skip(1).Concat(rows.TakeLast(1))));
    public static Fault RowMissing { get; } = Edit("a row left out", page => page[ListOf(page)] = Rows(page, rows => rows.Skip(1)));
    public static Fault IdsInCapitals { get; } = EditRow("an id in capitals", row => row[IdOf(row)] = ((string)row[IdOf(row)]!).ToUpperInvariant());
    public static Fault IdNumber { get; } = EditRow("an id that is a number", row => row[IdOf(row)] = 3560);
    public static Fault IdMissing { get; } = EditRow("an id missing", row => row.Remove(IdOf(row)));
    public static Fault IdEmpty { get; } = EditRow("an id that is empty", row => row[IdOf(row)] = "");
    public static Fault IdNull { get; } = EditRow("an id that is null", row => row[IdOf(row)] = null);
    public static Fault IdObject { get; } = EditRow("an id that is an object", row => row[IdOf(row)] = new JsonObject());
    public static Fault IdLong { get; } = EditRow("an id of 10,000 characters", row => row[IdOf(row)] = new string('a', 10_000));
    public static Fault NameLong { get; } = EditRow("a name of 1 MB", row => row["name"] = new string('n', 1 << 20));
    public static Fault NameNull { get; } = EditRow("a name that is null", row => row["name"] = null);
    public static Fault StatusUnknown { get; } = EditRow("a status that nobody knows", row => row["status"] = "levitating");
    public static Fault CpuText { get; } = EditRow("cpuNum \"many\"", row => row["cpuNum"] = "many");
    public static Fault CpuNaN { get; } = EditRow("cpuNum \"NaN\"", row => row["cpuNum"] = "NaN");
    public static Fault CpuFraction { get; } = EditRow("cpuNum 1.5", row => row["cpuNum"] = 1.5);
    public static Fault CpuHuge { get; } = Replace("cpuNum 1e400", "\"cpuNum\":\"", "\"cpuNum\":1e400,\"was\":\"");
    public static Fault CpuExponent { get; } = EditRow("cpuNum \"1.6E1\"", row => row["cpuNum"] = "1.6E1");
    public static Fault NaN { get; } = Replace("NaN", "\"total\":", "\"total\":NaN,\"was\":");
    public static Fault RowNull { get; } = Edit("a row that is null", page => RowsOf(page)[0] = null);
    public static Fault RowText { get; } = Edit("a row that is a text", page => RowsOf(page)[0] = "row");
    public static Fault InstancesObject { get; } = Edit("instances as an object", page => page[ListOf(page)] = new JsonObject { ["0"] = new JsonObject() });
    public static Fault InstancesText { get; } = Edit("instances as a text", page => page[ListOf(page)] = "[]");
    public static Fault Wrapped { get; } = TrueReply.Spoil("the page within data", body => $$"""{"data":{{body}}}""");
    public static Fault InstancesTwice { get; } = TrueReply.Spoil("instances twice, the second null", body => $"{body[..^1]},\"{ListOf(JsonNode.Parse(body)!.AsObject())}\":null}}");
    public static Fault TotalTwice { get; } = TrueReply.Spoil("total twice, right at last", body => "{\"total\":7," + body[1..]);
    public static Fault Deep { get; } = TrueReply.Spoil("1,000 levels", body => body[..^1] + ",\"deep\":" + new string('[', 1000) + new string(']', 1000) + "}");

    public static Fault SamePage { get; } = new("the same page for ever", (context, next) =>
    {
        FirstPage(context);
        return next(context);
    });

    public static Fault SamePageHugeTotal { get; } = new("the same page for ever, total 2147483647", (context, next) =>
    {
        FirstPage(context);
        return Total("2147483647").ApplyAsync(context, next);
    });

    public static Fault SamePageLargeTotal { get; } = new("the same page for ever, total 1000000000", (context, next) =>
    {
        FirstPage(context);
        return Total("1000000000").ApplyAsync(context, next);
    });

    public static Fault SamePageNoTotal { get; } = new("the same page for ever, without a total", (context, next) =>
    {
        FirstPage(context);
        return Edit("", page => page.Remove("total")).ApplyAsync(context, next);
    });

    public static Fault NewRowsForEver { get; } = Edit("other ids with every look", page =>
    {
        foreach (var row in RowsOf(page).Select(row => row!.AsObject()))
        {
            row[IdOf(row)] = Guid.NewGuid().ToString("N");
        }
    });

    public static Fault WholeFleet { get; } = new("1,000 rows whatever the page size", (context, next) =>
    {
        var (parameter, number) = PageOf(context);
        context.Request.QueryString = new QueryString($"?pageSize=1000&{parameter}={number}");
        return next(context);
    });

    public static Fault Total(string json) => Edit($"total {json}", page => page["total"] = JsonNode.Parse(json));

    public static Fault Edit(string name, Action<JsonObject> edit) => TrueReply.Spoil(name, body =>
    {
        var page = JsonNode.Parse(body)!.AsObject();
        edit(page);
        return Encoding.UTF8.GetBytes(page.ToJsonString());
    });

    public static Fault EditRow(string name, Action<JsonObject> edit) => Edit(name, page => edit(RowsOf(page)[0]!.AsObject()));

    private static Fault Replace(string name, string from, string to) => TrueReply.Spoil(name, body => body.Replace(from, to, StringComparison.Ordinal));

    private static JsonArray Rows(JsonObject page, Func<JsonNode?[], IEnumerable<JsonNode?>> choose) =>
        [.. choose([.. RowsOf(page)]).Select(row => row?.DeepClone())];

    private static void FirstPage(HttpContext context) =>
        context.Request.QueryString = new QueryString($"?pageSize={context.Request.Query["pageSize"]}&{PageOf(context).Parameter}=0");

    private static (string Parameter, string? Number) PageOf(HttpContext context)
    {
        var (name, number) = context.Request.Query.FirstOrDefault(pair => pair.Key is "pageNum" or "pageNo" or "page");
        return (name ?? "pageNum", number);
    }

    /// <summary>The member with the rows: the first that is an array, whatever the list calls it.</summary>
    private static string ListOf(JsonObject page) => page.First(member => member.Value is JsonArray).Key;

    private static JsonArray RowsOf(JsonObject page) => page[ListOf(page)]!.AsArray();

    /// <summary>The member with the id: the first whose name ends so, such as <c>Id</c> or <c>storageId</c>.</summary>
    private static string IdOf(JsonObject row) => row.First(member => member.Key.EndsWith("id", StringComparison.OrdinalIgnoreCase)).Key;
}
