using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Novita.Client.Lists;

namespace Novita.Client.Tests.Conventions;

/// <summary>What holds for every list endpoint, and for an instance read alone: by reflection, with one sample response a noun.</summary>
public sealed class ListRequestTests
{
    private const string Unknown = "unknownMember";

    private static readonly string s_samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    private static readonly XDocument s_comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Novita.Client.xml"));

    public static TheoryData<string> Lists => [.. Methods.Select(method => method.Name)];

    /// <summary>The lists, and the one resource whose get call has a shape of its own.</summary>
    public static TheoryData<string> Shapes => [.. Methods.Select(method => method.Name), nameof(InstanceDetail)];

    private static IEnumerable<MethodInfo> Methods =>
        typeof(ListRequests).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType.IsGenericType);

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_filter_may_be_left_out(string list) => Assert.All(Method(list).GetParameters(), filter => Assert.True(filter.HasDefaultValue));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_property_of_the_contract_is_filled_with_the_value_of_its_field(string shape)
    {
        var (row, sample) = (ReadFirst(shape, Sample(shape)), Row(shape, Sample(shape)));

        Assert.DoesNotContain(Contract(row.GetType()), property => IsEmpty(property.GetValue(row)));
        AssertValues(row, sample);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_property_names_its_field_in_its_doc_comment(string shape) => Assert.DoesNotContain(
        Settable(RowType(shape)),
        property => Comment(property) is var text && !text.Contains("contract: ") && !text.Contains("Not part of the response"));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Members_that_are_not_in_the_contract_are_kept_and_no_others(string shape)
    {
        var data = ReadFirst(shape, Sample(shape)).GetAdditionalData();

        Assert.Equal([KeyValuePair.Create<string, object?>(Unknown, "kept")], data);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Numbers_and_booleans_may_come_as_text(string shape)
    {
        var text = ReadFirst(shape, AsText(Sample(shape))!);

        AssertValues(text, Row(shape, Sample(shape)));
        Assert.Null(text.Unreadable);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_id_is_the_first_property_and_may_be_written_in_any_case(string shape)
    {
        Assert.Equal("Id", RowType(shape).GetProperties()[0].Name);

        var text = Sample(shape).ToJsonString();
        var other = Regex.Replace(text, "\"(id|storageId|serialNumber)\":", name => name.Value.ToUpperInvariant(), RegexOptions.IgnoreCase);
        Assert.NotEqual(text, other);
        Assert.Equal(ReadFirst(shape, Sample(shape)).Id, ReadFirst(shape, JsonNode.Parse(other)!).Id);
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
    public void Every_sample_belongs_to_a_shape() => Assert.Equal(
        Methods.Select(method => RowType(method.Name).Name).Append(nameof(InstanceDetail)).Distinct().Order(StringComparer.Ordinal),
        Directory.GetFiles(s_samples).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static MethodInfo Method(string list) => Methods.Single(method => method.Name == list);

    private static Type RowType(string shape) =>
        shape == nameof(InstanceDetail) ? typeof(InstanceDetail) : Method(shape).ReturnType.GenericTypeArguments[0];

    private static object Request(string list) => Method(list).Invoke(null, [.. Method(list).GetParameters().Select(filter => filter.DefaultValue)])!;

    private static JsonNode Sample(string shape) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(s_samples, $"{RowType(shape).Name}.json")))!;

    /// <summary>The first row of a sample.</summary>
    private static JsonObject Row(string shape, JsonNode sample) =>
        (shape == nameof(InstanceDetail) ? sample : sample.AsObject().First(member => member.Value is JsonArray).Value![0]!).AsObject();

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties().Where(property => property.GetSetMethod() is not null);

    private static IEnumerable<PropertyInfo> Contract(Type type) =>
        Settable(type).Where(property => Comment(property).Contains("contract: "));

    private static string Comment(PropertyInfo property) => s_comments.Descendants("member")
        .FirstOrDefault(member => (string?)member.Attribute("name") == $"P:{property.DeclaringType!.FullName}.{property.Name}")?.ToString() ?? "";

    /// <summary>Compares each property with the field that its doc comment names, in parts too.</summary>
    private static void AssertValues(object owner, JsonObject fields)
    {
        foreach (var property in Contract(owner.GetType()))
        {
            var comment = Comment(property);
            var field = Regex.Match(comment, @"contract: <c>(?:\w+\[\]\.)?([\w.]+)</c>").Groups[1].Value;
            var node = field.Split('.').Aggregate((JsonNode?)fields, (parent, name) => name.Length == 0 ? null : parent?[name]);
            var scale = comment.Contains("1/100000 USD") ? 100_000 : comment.Contains("taken as cents") ? 100 : 1;
            switch (property.GetValue(owner), node)
            {
                case (DateTime time, not null):
                    Assert.Equal((field, $"{node}"), (field, $"{new DateTimeOffset(time).ToUnixTimeSeconds()}"));
                    Assert.Equal(DateTimeKind.Local, time.Kind);
                    break;
                case (decimal number, not null):
                    Assert.Equal((field, (decimal)node), (field, number * scale));
                    break;
                case (Secret secret, not null):
                    Assert.Equal($"{node}", secret.Reveal());
                    break;
                case (IEnumerable elements and not string, JsonArray { Count: > 0 } items) when items[0] is JsonObject first:
                    AssertValues(elements.Cast<object>().First(), first);
                    break;
                case (IEnumerable elements and not string, JsonArray items):
                    Assert.Equal(items.Select(item => $"{item}"), elements.Cast<object>().Select(element => $"{element}"));
                    break;
                case ({ } part, JsonObject members):
                    AssertValues(part, members);
                    break;
                case (var value, not null):
                    Assert.Equal($"{field}: {node}", $"{field}: {value}", ignoreCase: value is bool);
                    break;
            }
        }
    }

    private static Resource ReadFirst(string shape, JsonNode response)
    {
        var body = Encoding.UTF8.GetBytes(response.ToJsonString());
        if (shape == nameof(InstanceDetail))
        {
            return NovitaClient.ReadResource(body, InstanceDetail.DetailShape);
        }

        // A span is no argument of a call by reflection.
        var read = typeof(ListRequestTests).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;
        try
        {
            return (Resource)read.MakeGenericMethod(RowType(shape)).Invoke(null, [Request(shape), body])!;
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

    private static JsonNode? AsText(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, AsText(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(AsText)]),
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number or System.Text.Json.JsonValueKind.True
            or System.Text.Json.JsonValueKind.False => JsonValue.Create(value.ToJsonString()),
        _ => node?.DeepClone(),
    };
}
