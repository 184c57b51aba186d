using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Novita.Client.Lists;

namespace Novita.Client.Tests.Conventions;

/// <summary>What holds for every list endpoint, found by reflection, with one sample response a noun.</summary>
public sealed class ListRequestTests
{
    private const string Unknown = "unknownMember";

    private static readonly XDocument s_comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Novita.Client.xml"));

    public static TheoryData<string> Lists => [.. Methods.Select(method => method.Name)];

    private static IEnumerable<MethodInfo> Methods =>
        typeof(ListRequests).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType.IsGenericType);

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_filter_may_be_left_out(string list) => Assert.All(Method(list).GetParameters(), filter => Assert.True(filter.HasDefaultValue));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_property_of_the_contract_is_filled_from_the_sample(string list)
    {
        var row = ReadFirst(list, Sample(list));

        Assert.Equal("", string.Join(", ", Contract(list).Where(property => IsEmpty(property.GetValue(row))).Select(property => property.Name)));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_property_names_its_field_in_its_doc_comment(string list) => Assert.Equal(
        "",
        string.Join(", ", Settable(list).Where(property => Comment(property) is var text && !text.Contains("contract: ") && !text.Contains("Not part of the response"))
            .Select(property => property.Name)));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Members_that_are_not_in_the_contract_are_kept(string list) =>
        Assert.Equal("kept", ReadFirst(list, Sample(list)).GetAdditionalData()[Unknown]);

    [Theory]
    [MemberData(nameof(Lists))]
    public void Numbers_and_booleans_may_come_as_text(string list)
    {
        var (plain, text) = (ReadFirst(list, Sample(list)), ReadFirst(list, AsText(Sample(list))!));

        Assert.All(Contract(list), property => Assert.Equal(Show(property.GetValue(plain)), Show(property.GetValue(text))));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_id_is_the_first_property_and_may_be_written_in_any_case(string list)
    {
        Assert.Equal("Id", RowType(list).GetProperties()[0].Name);

        var text = Sample(list).ToJsonString();
        var other = Regex.Replace(text, "\"(id|storageId|serialNumber)\":", name => name.Value.ToUpperInvariant(), RegexOptions.IgnoreCase);
        Assert.NotEqual(text, other);
        Assert.Equal(ReadFirst(list, Sample(list)).Id, ReadFirst(list, JsonNode.Parse(other)!).Id);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_row_without_an_id_is_refused(string list)
    {
        var text = Sample(list).ToJsonString().Replace("\"id\":", "\"other\":", StringComparison.OrdinalIgnoreCase)
            .Replace("\"storageId\":", "\"other\":", StringComparison.Ordinal)
            .Replace("\"serialNumber\":", "\"other\":", StringComparison.Ordinal);

        var error = Assert.Throws<NovitaException>(() => ReadFirst(list, JsonNode.Parse(text)!));

        Assert.EndsWith("[0].id is missing.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_page_is_asked_for_as_the_style_says(string list)
    {
        var request = Request(list);
        var path = (string)Call(request, "PathOf", 3, 50)!;
        var (number, other) = (PageStyle)request.GetType().GetProperty("Style")!.GetValue(request)! switch
        {
            PageStyle.PageNum => ("pageSize=50&pageNum=3", "pageNo="),
            PageStyle.PageNo => ("pageSize=50&pageNo=3", "pageNum="),
            PageStyle.Page => ("pageSize=50&page=3", "pageNum="),
            _ => ("", "page"),
        };

        Assert.Contains(number, path, StringComparison.Ordinal);
        Assert.DoesNotContain(other, path, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_sample_belongs_to_a_list() => Assert.Equal(
        Methods.Select(method => $"{method.ReturnType.GenericTypeArguments[0].Name}.json").Distinct().Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static MethodInfo Method(string list) => Methods.Single(method => method.Name == list);

    private static Type RowType(string list) => Method(list).ReturnType.GenericTypeArguments[0];

    private static object Request(string list) => Method(list).Invoke(null, [.. Method(list).GetParameters().Select(filter => filter.DefaultValue)])!;

    private static JsonNode Sample(string list) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"{RowType(list).Name}.json")))!;

    private static IEnumerable<PropertyInfo> Settable(string list) =>
        RowType(list).GetProperties().Where(property => property.GetSetMethod() is not null);

    private static IEnumerable<PropertyInfo> Contract(string list) => Settable(list).Where(property => Comment(property).Contains("contract: "));

    private static string Comment(PropertyInfo property) => s_comments.Descendants("member")
        .FirstOrDefault(member => (string?)member.Attribute("name") == $"P:{property.DeclaringType!.FullName}.{property.Name}")?.ToString() ?? "";

    private static Resource ReadFirst(string list, JsonNode response)
    {
        // A span is no argument of a call by reflection.
        var read = typeof(ListRequestTests).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(RowType(list));
        try
        {
            return (Resource)read.Invoke(null, [Request(list), Encoding.UTF8.GetBytes(response.ToJsonString())])!;
        }
        catch (TargetInvocationException error) when (error.InnerException is NovitaException inner)
        {
            throw inner;
        }
    }

    private static T Read<T>(ListRequest<T> request, byte[] body)
        where T : Resource =>
        request.Read(body).Rows[0];

    private static object? Call(object request, string method, params object[] arguments) =>
        request.GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(request, arguments);

    private static bool IsEmpty(object? value) => value is null or "" or ICollection { Count: 0 };

    private static string Show(object? value) => value is IEnumerable items and not string ? string.Join("|", items.Cast<object>()) : $"{value}";

    private static JsonNode? AsText(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, AsText(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(AsText)]),
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number or System.Text.Json.JsonValueKind.True
            or System.Text.Json.JsonValueKind.False => JsonValue.Create(value.ToJsonString()),
        _ => node?.DeepClone(),
    };
}
