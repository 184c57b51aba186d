using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Novita.Help.Pages;

namespace Novita.Help.Cmdlets;

/// <summary>Reads what the engine knows of a cmdlet.</summary>
public sealed class CmdletReader
{
    private const string OnlySet = "__AllParameterSets";

    private readonly CmdletInfo _cmdlet;

    private CmdletReader(CmdletInfo cmdlet) => _cmdlet = cmdlet;

    /// <summary>Reads a cmdlet.</summary>
    public static CmdletFacts Read(CmdletInfo cmdlet) => new CmdletReader(cmdlet).Read();

    private CmdletFacts Read()
    {
        var sets = _cmdlet.ParameterSets
            .OrderByDescending(set => set.IsDefault)
            .ThenBy(set => set.Name, StringComparer.Ordinal)
            .Select(set => (set.Name, set.IsDefault, Parameters: set.Parameters.Where(IsDocumented).ToList()))
            .ToList();
        var uses = sets.SelectMany(set => set.Parameters, (set, parameter) => (Set: set.Name, Parameter: parameter)).ToLookup(use => use.Parameter.Name);
        var defaults = Defaults(uses.Select(use => use.Key));

        return new CmdletFacts(
            _cmdlet.Name,
            [.. sets.Select(set => new SyntaxSet(set.Name == OnlySet ? null : set.Name, set.IsDefault || sets.Count == 1, SyntaxText.Of(_cmdlet.Name, InOrder(set.Parameters))))],
            uses.ToDictionary(use => use.Key, use => Facts([.. use], sets.Count, defaults[use.Key])),
            Names(uses.SelectMany(use => use).Where(use => use.Parameter.ValueFromPipeline || use.Parameter.ValueFromPipelineByPropertyName).Select(use => use.Parameter.ParameterType)),
            Names(_cmdlet.OutputType.Select(output => output.Type).Where(type => type != typeof(void))));
    }

    private static bool IsDocumented(CommandParameterInfo parameter) =>
        !Cmdlet.CommonParameters.Contains(parameter.Name) && !parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow);

    /// <summary>One set of facts for each way in which the parameter differs between the parameter sets.</summary>
    private static IReadOnlyList<ParameterFacts> Facts(IReadOnlyList<(string Set, CommandParameterInfo Parameter)> uses, int sets, string defaultValue) =>
    [
        .. from use in uses
           let parameter = use.Parameter
           group use.Set by (parameter.IsMandatory, Position: Position(parameter), Pipeline: Pipeline(parameter)) into alike
           let all = alike.Count() == sets
           let sample = uses[0].Parameter
           select new ParameterFacts(
               SyntaxText.TypeName(sample.ParameterType),
               all ? [] : [.. alike],
               sample.Aliases,
               AcceptedValues(sample),
               alike.Key.IsMandatory,
               alike.Key.Position,
               sample.ParameterType == typeof(SwitchParameter) ? bool.FalseString : defaultValue,
               alike.Key.Pipeline,
               sample.Attributes.OfType<SupportsWildcardsAttribute>().Any()),
    ];

    private static string Position(CommandParameterInfo parameter) =>
        parameter.Position < 0 ? "Named" : parameter.Position.ToString(CultureInfo.InvariantCulture);

    private static string Pipeline(CommandParameterInfo parameter) => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        (false, false) => "False",
    };

    private static string[] AcceptedValues(CommandParameterInfo parameter)
    {
        var type = parameter.ParameterType.GetElementType() ?? parameter.ParameterType;
        return parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault() is { } set ? [.. set.ValidValues]
            : (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } values ? Enum.GetNames(values)
            : [];
    }

    /// <summary>What the properties of a new cmdlet hold; the engine's own parameters, such as <c>-First</c>, have none.</summary>
    private Dictionary<string, string> Defaults(IEnumerable<string> parameters)
    {
        var instance = Activator.CreateInstance(_cmdlet.ImplementingType);
        using var disposed = instance as IDisposable;
        return parameters.ToDictionary(name => name, name => DefaultText(Property(name)?.GetValue(instance)));
    }

    private static string DefaultText(object? value) => value switch
    {
        null => "None",
        Array { Length: 0 } => "None",
        Array values => string.Join(", ", values.Cast<object>().Select(DefaultText)),
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };

    /// <summary>As they are declared: reflection alone promises no order. The engine's own come last.</summary>
    private IReadOnlyList<CommandParameterInfo> InOrder(IEnumerable<CommandParameterInfo> parameters) =>
    [
        .. parameters
            .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
            .ThenByDescending(parameter => parameter.IsMandatory)
            .ThenByDescending(parameter => Depth(Property(parameter.Name)?.DeclaringType))
            .ThenBy(parameter => Property(parameter.Name)?.MetadataToken ?? 0)
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];

    private PropertyInfo? Property(string name) => _cmdlet.ImplementingType.GetProperty(name);

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    private static string[] Names(IEnumerable<Type> types) =>
        [.. types.Select(type => type.FullName!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).DefaultIfEmpty("None")];
}
