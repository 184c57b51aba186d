using System.Globalization;
using Novita.Benchmarks;
using Novita.Benchmarks.Children;
using Novita.Benchmarks.Importing;
using Novita.Benchmarks.Listing;
using Novita.Benchmarks.Parsing;

// The first are parts of ours that run in processes of their own; a user says none of them.
switch (args)
{
    case [FleetServer.Role, var instances, var latency]:
        await FleetServer.RunAsync(int.Parse(instances, CultureInfo.InvariantCulture), int.Parse(latency, CultureInfo.InvariantCulture));
        return 0;
    case [ModuleListing.Role, var endpoint, var key, var script]:
        using (var listing = new ModuleListing(endpoint, key, script))
        {
            await MeasuredListing.ServeAsync(listing);
        }

        return 0;
    case [SequentialListing.Role, var endpoint, var key]:
        using (var listing = new SequentialListing(endpoint, key))
        {
            await MeasuredListing.ServeAsync(listing);
        }

        return 0;
    case [ParallelListing.Role, var endpoint, var key]:
        using (var listing = new ParallelListing(endpoint, key))
        {
            await MeasuredListing.ServeAsync(listing);
        }

        return 0;
    case [ImportOnce.Role, var module]:
        ImportOnce.Run(module);
        return 0;
}

string[] parts = ["parse", "list", "import"];
var chosen = parts.Intersect(args).ToArray();
var quick = args.Contains("--quick");
if (args.Except(parts).Any(argument => argument != "--quick"))
{
    Console.WriteLine("""
        Measures the module against what a user could write without it.

          dotnet run -c Release --project tests/Novita.Benchmarks               everything, in about ten minutes
          dotnet run -c Release --project tests/Novita.Benchmarks -- parse      reading a page, against System.Text.Json
          dotnet run -c Release --project tests/Novita.Benchmarks -- list       listing fleets, against loops written by hand
          dotnet run -c Release --project tests/Novita.Benchmarks -- import     importing the module, against an empty one
          dotnet run -c Release --project tests/Novita.Benchmarks -- --quick    small fleets only
        """);
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
ModuleFolder.UseClient();
Machine.Write();
foreach (var part in chosen.Length == 0 ? parts : chosen)
{
    switch (part)
    {
        case "parse":
            ParseReport.Write();
            break;
        case "list":
            ListReport.Write(quick);
            break;
        default:
            ImportReport.Write();
            break;
    }
}

return 0;
