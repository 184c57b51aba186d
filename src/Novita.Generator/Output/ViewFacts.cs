using System.Collections;
using System.Reflection;

namespace Novita.Generator.Output;

/// <summary>The views of one type, from <c>Formatting/Views.cs</c>.</summary>
/// <param name="Type">The full name of the type.</param>
/// <param name="Columns">The columns in order.</param>
public sealed record ViewFacts(string Type, IReadOnlyList<ColumnFacts> Columns)
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly HashSet<Type> s_numbers = [typeof(int), typeof(long), typeof(decimal), typeof(double)];

    /// <summary>Reads the views of the module's assembly.</summary>
    /// <exception cref="GeneratorException">A column has no property, or a computed column is not a static property.</exception>
    public static IReadOnlyList<ViewFacts> ReadAll(Assembly assembly)
    {
        var computed = Computed(assembly);
        var views = assembly.GetType("Novita.Formatting.Views", throwOnError: true)!.GetProperty("All", Any)!.GetValue(null)!;
        return [.. ((IEnumerable)views).Cast<object>().Select(view => Read(view, computed))];
    }

    private static ViewFacts Read(object view, Dictionary<object, string> computed)
    {
        var type = (Type)Value(view, "Type")!;
        return new ViewFacts(type.FullName!, [.. ((IEnumerable)view).Cast<object>().Select(column => Column(type, column, computed))]);
    }

    private static ColumnFacts Column(Type type, object column, Dictionary<object, string> computed)
    {
        var heading = (string)Value(column, "Heading")!;
        var width = (int)Value(column, "Width")!;
        var style = $"{Value(column, "Style")}";
        if (Value(column, "Computed") is { } text)
        {
            return computed.TryGetValue(text, out var expression)
                ? new ColumnFacts(heading, $"{expression}[$_]", width, style == "Right")
                : throw new GeneratorException($"Views.cs: the column {heading} of {type.Name} must be a public static property.");
        }

        var property = type.GetProperty(heading, BindingFlags.Public | BindingFlags.Instance)
            ?? throw new GeneratorException($"Views.cs: {type.Name} has no property {heading}. Use a computed column for another heading.");
        var isNumber = s_numbers.Contains(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        var script = $"[Novita.Formatting.Cells]::{(style is "Status" or "Rounded" ? style : "Of")}['{heading}'][$_]";
        return new ColumnFacts(heading, script, width, isNumber || style == "Right");
    }

    /// <summary>Maps each computed column to its static property, as a view names it. A view cannot call methods.</summary>
    private static Dictionary<object, string> Computed(Assembly assembly)
    {
        var column = assembly.GetType("Novita.Formatting.Column", throwOnError: true)!;
        return assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(property => property.PropertyType == column))
            .ToDictionary(property => property.GetValue(null)!, property => $"[{property.DeclaringType!.FullName}]::{property.Name}",
                ReferenceEqualityComparer.Instance as IEqualityComparer<object>);
    }

    private static object? Value(object source, string property) => source.GetType().GetProperty(property, Any)!.GetValue(source);
}
