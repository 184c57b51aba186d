using System.Management.Automation;
using System.Reflection;
using Novita.Client;
using Novita.Formatting;

namespace Novita.Tests.Conventions;

/// <summary>What each noun that can be listed has in the module.</summary>
public sealed class NounTests
{
    public static TheoryData<string> Nouns => [.. typeof(ListRequests).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType.IsGenericType)
        .Select(method => method.ReturnType.GenericTypeArguments[0].Name)
        .Distinct()];

    [Theory]
    [MemberData(nameof(Nouns))]
    public void A_noun_has_a_cmdlet_that_writes_it(string noun) => Assert.Contains(
        typeof(Views).Assembly.GetTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>()?.VerbName == "Get"),
        type => type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Any(output => output.Type == TypeOf(noun)));

    [Theory]
    [MemberData(nameof(Nouns))]
    public void A_noun_has_a_view_that_begins_with_its_id(string noun)
    {
        var view = Assert.Single(Views.All, view => view.Type == TypeOf(noun));

        Assert.Equal("Id", view.First().Heading);
    }

    private static Type TypeOf(string noun) => typeof(Resource).Assembly.GetType($"Novita.{noun}", throwOnError: true)!;
}
