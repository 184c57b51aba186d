using Novita.Demo;
using Novita.Help.Cmdlets;
using Novita.Help.Pages;

namespace Novita.Help.Output;

/// <summary>Where the help is in a checkout, and what is made of it.</summary>
public sealed class HelpFiles
{
    private const string AboutPrefix = "about_";

    private readonly string _root;

    /// <summary>The help of the checkout that this program lies in.</summary>
    public HelpFiles()
        : this(Path.GetDirectoryName(ModuleFile.Path)!)
    {
    }

    /// <summary>The help of a folder that has the pages in <c>docs</c>.</summary>
    public HelpFiles(string root) => _root = root;

    /// <summary>The folder of the pages.</summary>
    public string Docs => Path.Combine(_root, "docs");

    /// <summary>Where a cmdlet's page is, or would be.</summary>
    public string PagePath(string cmdlet) => Path.Combine(Docs, $"{cmdlet}.md");

    /// <summary>The cmdlets' pages, by name. Other pages of the folder, such as the one about performance, are no help.</summary>
    /// <exception cref="PageException">A page does not follow the schema.</exception>
    public IReadOnlyList<HelpPage> Pages() =>
        [.. Documents().Where(page => page.FrontMatter.Count > 0).Select(HelpPageReader.Read)];

    /// <summary>Every example there is, by its page: those of the cmdlets and those in the topics.</summary>
    /// <exception cref="PageException">A page does not follow the schema.</exception>
    public IEnumerable<(string Page, ExampleHelp Example)> Examples() =>
        Pages().SelectMany(page => page.Examples, (page, example) => (page.Name, example))
            .Concat(Topics().SelectMany(AboutExamples.Read, (page, example) => (page.Name, example)));

    /// <summary>What PowerShell reads, as it should be: paths below the checkout, and texts.</summary>
    /// <exception cref="PageException">A page does not follow the schema.</exception>
    public IReadOnlyDictionary<string, string> Make()
    {
        var files = Topics().ToDictionary(page => $"en-US/{page.Name}.help.txt", AboutWriter.Write);
        files.Add("en-US/Novita.dll-Help.xml", MamlWriter.Write(Pages()));
        return files;
    }

    /// <summary>Writes what PowerShell reads.</summary>
    /// <returns>The files that were not like that before.</returns>
    public IReadOnlyList<string> Write() => [.. Make().Where(file => Replace(Path.Combine(_root, file.Key), file.Value)).Select(file => file.Key)];

    /// <summary>Makes the mechanical parts of a cmdlet's page true, or begins a page.</summary>
    /// <returns>What was done, and what a person has to do.</returns>
    /// <exception cref="PageException">The page lacks a section.</exception>
    public IEnumerable<string> Update(CmdletFacts cmdlet)
    {
        var path = PagePath(cmdlet.Name);
        if (!File.Exists(path))
        {
            Replace(path, PageTemplate.Page(cmdlet));
            yield return $"docs/{cmdlet.Name}.md was begun: fill it.";
            yield break;
        }

        var page = PageDocument.Read(path);
        if (Replace(path, PageUpdater.Update(page, cmdlet)))
        {
            yield return $"docs/{cmdlet.Name}.md was updated.";
        }

        foreach (var title in PageUpdater.Surplus(page, cmdlet))
        {
            yield return $"docs/{cmdlet.Name}.md describes {title}, which {cmdlet.Name} does not have: take it out.";
        }
    }

    /// <summary>Writes a file unless it has that text already.</summary>
    private static bool Replace(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return true;
    }

    private IEnumerable<PageDocument> Topics() => Documents().Where(page => page.Name.StartsWith(AboutPrefix, StringComparison.Ordinal));

    private IEnumerable<PageDocument> Documents() =>
        Directory.EnumerateFiles(Docs, "*.md").Order(StringComparer.Ordinal).Select(PageDocument.Read);
}
