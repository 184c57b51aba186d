using System.Management.Automation;
using System.Text;

namespace Novita.Help.Cmdlets;

/// <summary>Writes a call of a cmdlet as syntax blocks show it.</summary>
internal static class SyntaxText
{
    private const int Width = 110;
    private const string CommonParameters = "[<CommonParameters>]";

    public static string Of(string cmdlet, IEnumerable<CommandParameterInfo> parameters)
    {
        var text = new StringBuilder(cmdlet);
        var width = cmdlet.Length;
        foreach (var part in parameters.Select(Part).Append(CommonParameters))
        {
            if (width + 1 + part.Length > Width)
            {
                text.Append('\n');
                width = 0;
            }

            text.Append(' ').Append(part);
            width += 1 + part.Length;
        }

        return text.ToString();
    }

    public static string TypeName(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name;

    private static string Part(CommandParameterInfo parameter)
    {
        var name = parameter.Position < 0 ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        var text = parameter.ParameterType == typeof(SwitchParameter) ? name : $"{name} <{TypeName(parameter.ParameterType)}>";
        return parameter.IsMandatory ? text : $"[{text}]";
    }
}
