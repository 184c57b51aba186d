using System.Management.Automation;
using System.Reflection;

namespace Novita.Parameters;

/// <summary>Checks the text arguments of every parameter whose name ends in Id.</summary>
internal static class IdArguments
{
    /// <summary>Trims ids, and throws for a text that cannot be an id.</summary>
    /// <param name="command">The cmdlet whose properties are changed.</param>
    /// <param name="parameters">The bound parameters.</param>
    /// <exception cref="NovitaException">A text cannot be an id (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Check(Cmdlet command, IEnumerable<KeyValuePair<string, object>> parameters)
    {
        var properties =
            from parameter in parameters
            where parameter.Key.EndsWith("Id", StringComparison.Ordinal)
            let property = command.GetType().GetProperty(parameter.Key)
            where property is not null && !property.IsDefined(typeof(SupportsWildcardsAttribute))
            select property!;
        foreach (var property in properties)
        {
            switch (property.GetValue(command))
            {
                case string { Length: 0 } when property.IsDefined(typeof(AllowEmptyStringAttribute)):
                    break;
                case string id:
                    property.SetValue(command, Read(property.Name, id));
                    break;
                case string[] ids:
                    property.SetValue(command, Array.ConvertAll(ids, id => Read(property.Name, id)));
                    break;
            }
        }
    }

    private static string Read(string parameter, string text)
    {
        Limits.Id(parameter, text);
        return text.Trim();
    }
}
