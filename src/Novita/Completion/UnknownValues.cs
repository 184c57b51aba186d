using System.Management.Automation;
using System.Reflection;
using Novita.Client.Text;
using Novita.Lists;

namespace Novita.Completion;

/// <summary>Warns of values that are not documented: of every parameter, of any cmdlet, that completes the values of a fixed set.</summary>
internal static class UnknownValues
{
    /// <summary>Warns once for each value that is not documented, and names the nearest that is.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameters">The parameters that it was given.</param>
    /// <param name="warn">Writes a warning.</param>
    /// <exception cref="NovitaException">A value is not a valid wildcard (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Warn(Cmdlet command, IEnumerable<KeyValuePair<string, object>> parameters, Action<string> warn)
    {
        foreach (var parameter in parameters)
        {
            if (command.GetType().GetProperty(parameter.Key) is { } property && FindValues(property) is { } known)
            {
                var allowsWildcards = property.IsDefined(typeof(SupportsWildcardsAttribute));
                foreach (var value in Texts(parameter.Value).Distinct(StringComparer.OrdinalIgnoreCase)
                    .Where(value => !IsKnown(known, value, allowsWildcards)))
                {
                    warn($"-{parameter.Key} '{VisibleText.Quote(value)}' is not among the documented values; did you mean "
                        + $"{known.Nearest(value)}? It is used all the same.");
                }
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
