using System.Management.Automation.Language;
using System.Text;
using Novita.Client.Text;

namespace Novita.Completion;

/// <summary>Converts between a text and the argument of a command line that has this text as its value.</summary>
internal static class ArgumentText
{
    /// <summary>Returns <paramref name="value"/> as a bare word if possible, else in quotes. Control characters are escaped.</summary>
    public static string Of(string value)
    {
        if (VisibleText.Of(value) != value)
        {
            return Escape(value);
        }

        return IsBareWord(value) ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
    }

    /// <summary>Returns what the user has typed, without the quotes. The engine has already removed the escapes.</summary>
    public static string Typed(string word)
    {
        if (word.Length == 0 || word[0] is not ('\'' or '"'))
        {
            return word;
        }

        var end = word.Length > 1 && word[word.Length - 1] == word[0] ? word.Length - 1 : word.Length;
        return word.Substring(1, end - 1);
    }

    /// <summary>Asks the parser, which knows every rule: <c>1e5</c> is a number, and a curly quote is a quote.</summary>
    private static bool IsBareWord(string value) =>
        Parser.ParseInput($"x {value}", out _, out var errors).EndBlock.Statements
            is [PipelineAst { PipelineElements: [CommandAst { CommandElements: [_, StringConstantExpressionAst word] }] }]
        && errors.Length == 0
        && word.StringConstantType == StringConstantType.BareWord
        && word.Value == value

        // A trailing backtick would escape the character that follows.
        && !value.Contains('`');

    private static string Escape(string value)
    {
        var text = new StringBuilder("\"");
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            if (VisibleText.IsInvisible(value, index))
            {
                // Windows PowerShell does not know `u{...}.
                text.Append($"$([char]0x{(int)character:x})");
            }
            else
            {
                text.Append(character is '`' or '$' or '"' or '“' or '”' or '„' ? "`" : "").Append(character);
            }
        }

        return text.Append('"').ToString();
    }
}
