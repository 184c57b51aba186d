using System.Management.Automation.Language;
using System.Text;
using Novita.Client.Text;

namespace Novita.Completion;

/// <summary>Writes a text as an argument of a command line whose value is exactly that text.</summary>
internal static class ArgumentText
{
    /// <summary>
    /// Gives <paramref name="value"/> as a bare word where that is enough, and quoted otherwise. Control characters are escaped.
    /// </summary>
    public static string Of(string value)
    {
        if (VisibleText.Of(value) != value)
        {
            return WrittenOut(value);
        }

        return IsBareWord(value) ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
    }

    /// <summary>Gives what was typed of an argument: the engine hands it over unescaped, but in the quotes it began with.</summary>
    public static string Typed(string word)
    {
        if (word.Length == 0 || word[0] is not ('\'' or '"'))
        {
            return word;
        }

        var end = word.Length > 1 && word[word.Length - 1] == word[0] ? word.Length - 1 : word.Length;
        return word.Substring(1, end - 1);
    }

    /// <summary>Asks the parser, which alone knows that <c>1e5</c> is a number and a curly quote a quote.</summary>
    private static bool IsBareWord(string value) =>
        Parser.ParseInput($"x {value}", out _, out var errors).EndBlock.Statements
            is [PipelineAst { PipelineElements: [CommandAst { CommandElements: [_, StringConstantExpressionAst word] }] }]
        && errors.Length == 0
        && word.StringConstantType == StringConstantType.BareWord
        && word.Value == value

        // What follows may change its meaning: a backtick escapes it.
        && !value.Contains('`');

    private static string WrittenOut(string value)
    {
        var text = new StringBuilder("\"");
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            if (VisibleText.IsInvisible(value, index))
            {
                // Windows PowerShell has no `u{...}.
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
