using System.Management.Automation;
using System.Reflection;

namespace Novita.Parameters;

/// <summary>Checks the ids that a cmdlet is given as text: every parameter, of any cmdlet, whose name ends in Id.</summary>
internal static class IdArguments
{
    /// <summary>Leaves out white space around ids, and refuses texts that cannot be ids.</summary>
    /// <param name="command">The cmdlet, whose properties are set.</param>
    /// <param name="parameters">The parameters that the cmdlet was given.</param>
    /// <exception cref="NovitaException">A text cannot be an id (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Check(Cmdlet command, IEnumerable<KeyValuePair<string, object>> parameters)
    {
        foreach (var parameter in parameters.Where(parameter => parameter.Key.EndsWith("Id", StringComparison.Ordinal)))
        {
            if (command.GetType().GetProperty(parameter.Key) is not { } property || property.IsDefined(typeof(SupportsWildcardsAttribute)))
            {
                continue;
            }

            switch (property.GetValue(command))
            {
                case string { Length: 0 } when property.IsDefined(typeof(AllowEmptyStringAttribute)):
                    break;
                case string id:
                    property.SetValue(command, Read(parameter.Key, id));
                    break;
                case string[] ids:
                    property.SetValue(command, Array.ConvertAll(ids, id => Read(parameter.Key, id)));
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
