using System.Management.Automation;
using System.Reflection;
using Novita.Generator.Pages;

namespace Novita.Generator.Cmdlets;

/// <summary>Reads the facts about a cmdlet from reflection and from the doc comments.</summary>
public sealed class CmdletReader
{
    /// <summary>The texts of parameters that PowerShell adds to a cmdlet. The module has no doc comments for them.</summary>
    private static readonly Dictionary<string, string> s_engineTexts = new(StringComparer.Ordinal)
    {
        ["Confirm"] = "Asks before each change.",
        ["First"] = "Writes at most this many objects.",
        ["IncludeTotalCount"] = "Writes the total count first.",
        ["Skip"] = "Leaves out this many objects at the beginning.",
        ["WhatIf"] = "Shows what would be changed, and changes nothing.",
    };

    private readonly CmdletInfo _cmdlet;
    private readonly DocComments _comments;
    private readonly object _instance;

    private CmdletReader(Type type, DocComments comments)
    {
        _cmdlet = new CmdletInfo(NameOf(type), type);
        _comments = comments;
        _instance = Activator.CreateInstance(type)!;
    }

    /// <summary>Reads the cmdlets of an assembly, by name.</summary>
    /// <exception cref="GeneratorException">A parameter has no doc comment.</exception>
    public static IReadOnlyList<CmdletFacts> ReadAll(Assembly assembly, DocComments comments) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsDefined(typeof(CmdletAttribute), inherit: false))
            .Select(type => Read(type, comments))
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal),
    ];

    /// <summary>Reads one cmdlet.</summary>
    /// <exception cref="GeneratorException">A parameter has no doc comment.</exception>
    public static CmdletFacts Read(Type type, DocComments comments)
    {
        var reader = new CmdletReader(type, comments);
        using (reader._instance as IDisposable)
        {
            return reader.Read();
        }
    }

    private static string NameOf(Type type)
    {
        var attribute = type.GetCustomAttribute<CmdletAttribute>()!;
        return $"{attribute.VerbName}-{attribute.NounName}";
    }

    private CmdletFacts Read()
    {
        var sets = _cmdlet.ParameterSets
            .OrderByDescending(set => set.IsDefault)
            .ThenBy(set => set.Name, StringComparer.Ordinal)
            .Select(set => (set.Name, Parameters: InOrder(set.Parameters)))
            .ToList();
        var inputs = sets.SelectMany(set => set.Parameters)
            .Where(parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName)
            .Select(parameter => parameter.ParameterType);
        var outputs = _cmdlet.OutputType.Select(output => output.Type).Where(type => type != typeof(void));
        return new CmdletFacts(
            _cmdlet.Name,
            [.. sets.Select(set => new ParameterSetFacts(set.Name, [.. set.Parameters.Select(Facts)]))],
            Types(inputs),
            Types(outputs));
    }

    private ParameterFacts Facts(CommandParameterInfo parameter) => new(
        parameter.Name,
        Text(parameter.Name),
        (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).Name,
        parameter.Aliases,
        AcceptedValues(parameter),
        parameter.IsMandatory,
        parameter.Position < 0 ? null : parameter.Position,
        parameter.ParameterType == typeof(SwitchParameter) ? bool.FalseString : DefaultText(Property(parameter.Name)?.GetValue(_instance)),
        (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            (false, false) => "False",
        },
        parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
        parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow));

    private IReadOnlyList<TextBlock> Text(string parameter) => Property(parameter) is { } property
        ? _comments.Summary(property)
            ?? throw new GeneratorException($"the parameter -{parameter} of {_cmdlet.Name} has no doc comment for its help.")
        : s_engineTexts.TryGetValue(parameter, out var text)
            ? [new TextBlock(TextBlockKind.Paragraph, text)]
            : throw new GeneratorException($"PowerShell's parameter -{parameter} of {_cmdlet.Name} has no text in {nameof(CmdletReader)}.");

    private static string[] AcceptedValues(CommandParameterInfo parameter)
    {
        var type = parameter.ParameterType.GetElementType() ?? parameter.ParameterType;
        return
            parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault() is { } set ? [.. set.ValidValues]
            : (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } values ? Enum.GetNames(values)
            : [];
    }

    private static string DefaultText(object? value) => value switch
    {
        null => "None",
        Array { Length: 0 } => "None",
        Array values => string.Join(", ", values.Cast<object>().Select(DefaultText)),
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };

    /// <summary>Sorts parameters as they are declared, because reflection has no fixed order. Leaves out common parameters.</summary>
    private IReadOnlyList<CommandParameterInfo> InOrder(IEnumerable<CommandParameterInfo> parameters) =>
    [
        .. parameters
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
            .ThenByDescending(parameter => parameter.IsMandatory)
            .ThenByDescending(parameter => Depth(Property(parameter.Name)?.DeclaringType))
            .ThenBy(parameter => Property(parameter.Name)?.MetadataToken ?? 0)
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];

    private PropertyInfo? Property(string name) => _cmdlet.ImplementingType.GetProperty(name);

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    private TypeHelp[] Types(IEnumerable<Type> types) =>
    [
        .. types
            .DistinctBy(type => type.FullName)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => new TypeHelp(type.FullName!, _comments.Summary(type.GetElementType() ?? type) ?? []))
            .DefaultIfEmpty(new TypeHelp("None", [])),
    ];
}
