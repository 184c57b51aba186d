using Novita.Help.Cmdlets;
using Novita.Help.Output;
using Novita.Help.Pages;

const string Usage = """
    Keeps the help true to the cmdlets.

      dotnet run --project tests/Novita.Help              both of these
      dotnet run --project tests/Novita.Help -- update    docs/: the syntax, the yaml blocks, sections for new parameters, pages for new cmdlets
      dotnet run --project tests/Novita.Help -- maml      en-US/: what Get-Help reads, from docs/

    The prose is never touched; what a person has to write is marked {{ Fill ... }}.
    """;

try
{
    var files = new HelpFiles();
    switch (args)
    {
        case []:
            Update();
            Make();
            return 0;
        case ["update"]:
            Update();
            return 0;
        case ["maml"]:
            Make();
            return 0;
        default:
            Console.WriteLine(Usage);
            return args is ["--help"] ? 0 : 2;
    }

    void Update()
    {
        foreach (var cmdlet in ModuleCmdlets.Read())
        {
            foreach (var line in files.Update(cmdlet))
            {
                Console.WriteLine(line);
            }
        }
    }

    void Make()
    {
        foreach (var file in files.Write())
        {
            Console.WriteLine($"{file} was made anew.");
        }
    }
}
catch (PageException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
