using System.Reflection;
using System.Runtime.CompilerServices;
using Novita.Client;

// Does with a module's bin folder what Windows PowerShell 5.1 would: looks at all its types before the module's initializer
// can have run, then starts the module's own resolver and lists a service's instances. Tells how many there are, and which
// assemblies of the folder each step took. Arguments: the folder, PowerShell's library, the endpoint, the key.
var folder = Path.GetFullPath(args[0]);
var powerShell = Assembly.LoadFrom(args[1]);
var client = Assembly.LoadFrom(Path.Combine(folder, "Novita.Client.dll"));
var module = Assembly.LoadFrom(Path.Combine(folder, "Novita.dll"));
AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
    new[] { powerShell, client }.FirstOrDefault(assembly => assembly.GetName().Name == new AssemblyName(request.Name).Name);

module.GetTypes();
Tell("types");
module.GetType("Novita.DependencyResolver", throwOnError: true)!.GetMethod("Start", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);
Tell($"{Listing.Read(args[2], args[3])} instances");

void Tell(string what) =>
    Console.WriteLine($"{what}: {string.Join(", ", AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(folder, StringComparison.Ordinal))
        .Select(assembly => Path.GetFileNameWithoutExtension(assembly.Location))
        .OrderBy(name => name, StringComparer.Ordinal))}");

/// <summary>A type of its own: it names the client's types, which are not to be looked for before the resolver is in place.</summary>
internal static class Listing
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Read(string endpoint, string key)
    {
        using var client = new NovitaClient(new NovitaClientOptions { Endpoint = new Uri(endpoint) }, new ApiKey(key, "the command line"));
        using var listing = client.List([ListRequests.Instances()], default);
        listing.Start();
        var count = 0;
        while (listing.NextAsync(long.MaxValue).GetAwaiter().GetResult() is { } page)
        {
            count += page.Count;
        }

        return count;
    }
}
