using System.Management.Automation;
using System.Reflection;
using Novita.Client.Text;
using Novita.Lists;

namespace Novita.Completion;

/// <summary>Warns of undocumented values in every parameter that completes a fixed set of values.</summary>
internal static class UnknownValues
{
    /// <summary>Warns once for each undocumented value, and names the documented value that is nearest.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameters">The bound parameters.</param>
    /// <param name="warn">Writes a warning.</param>
    /// <exception cref="NovitaException">A value is not a valid wildcard (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Warn(Cmdlet command, IEnumerable<KeyValuePair<string, object>> parameters, Action<string> warn)
    {
        foreach (var parameter in parameters)
        {
            if (command.GetType().GetProperty(parameter.Key) is not { } property || FindValues(property) is not { } known)
            {
                continue;
            }

            var allowsWildcards = property.IsDefined(typeof(SupportsWildcardsAttribute));
            var values = Texts(parameter.Value).Distinct(StringComparer.OrdinalIgnoreCase);
            foreach (var value in values.Where(value => !IsKnown(known, value, allowsWildcards)))
            {
                warn($"-{parameter.Key} '{VisibleText.Quote(value)}' is not a documented value; did you mean {known.Nearest(value)}? "
                    + "The value is used as it is.");
            }
        }
    }

    private static string[] Texts(object value) => value switch
    {
        string text => [text],
        string[] texts => texts,
        _ => [],
    };

    private static KnownValues? FindValues(PropertyInfo property) =>
        property.GetCustomAttribute<ArgumentCompleterAttribute>()?.Type is { IsGenericType: true } completer
        && completer.GetGenericTypeDefinition() == typeof(KnownValueCompleter<>)
            ? (KnownValues)Activator.CreateInstance(completer.GetGenericArguments()[0])
            : null;

    private static bool IsKnown(KnownValues known, string value, bool allowsWildcards)
    {
        if (!allowsWildcards || !WildcardPattern.ContainsWildcardCharacters(value))
        {
            return known.Contains(known.Normalize(WildcardPattern.Unescape(value)));
        }

        var pattern = Wildcard.Parse(value);
        return known.All.Any(documented => pattern.IsMatch(documented.Key));
    }
}
