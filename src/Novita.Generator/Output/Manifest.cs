using System.Text.RegularExpressions;

namespace Novita.Generator.Output;

/// <summary>Updates the exported cmdlets in the manifest.</summary>
public static partial class Manifest
{
    /// <summary>Writes cmdlets into <c>CmdletsToExport</c>, one on each line.</summary>
    /// <param name="path">The path of the manifest.</param>
    /// <param name="cmdlets">The names, in order.</param>
    /// <param name="isFixed">Whether to throw instead of changing the manifest.</param>
    /// <exception cref="GeneratorException">The manifest has no such list, or must not change but has other names.</exception>
    public static void Export(string path, IEnumerable<string> cmdlets, bool isFixed)
    {
        var text = File.ReadAllText(path);
        var list = List().Match(text);
        if (!list.Success)
        {
            throw new GeneratorException($"{Path.GetFileName(path)} has no CmdletsToExport = @(...).");
        }

        var names = string.Concat(cmdlets.Select(name => $"        '{name}'\n"));
        var written = text[..list.Index] + "\n" + names + "    " + text[(list.Index + list.Length)..];
        if (written.ReplaceLineEndings() == text.ReplaceLineEndings())
        {
            return;
        }

        if (isFixed)
        {
            throw new GeneratorException($"CmdletsToExport of {Path.GetFileName(path)} is out of date: build in Debug, and commit it.");
        }

        File.WriteAllText(path, written);
    }

    [GeneratedRegex(@"(?<=\bCmdletsToExport\s*=\s*@\()[^)]*(?=\))")]
    private static partial Regex List();
}
