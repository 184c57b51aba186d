using System.Reflection;
using System.Runtime.CompilerServices;
using Novita.Client;
using Novita.Client.Http;

// Lists a service's instances with the assemblies of a module's bin folder, through the module's own resolver, and tells
// how many there are and which assemblies of that folder this took. Arguments: the folder, the endpoint, the key.
var folder = Path.GetFullPath(args[0]);
var client = Assembly.LoadFrom(Path.Combine(folder, "Novita.Client.dll"));
AppDomain.CurrentDomain.AssemblyResolve += (_, request) => new AssemblyName(request.Name).Name == client.GetName().Name ? client : null;
Assembly.LoadFrom(Path.Combine(folder, "Novita.dll")).GetType("Novita.DependencyResolver", throwOnError: true)!
    .GetMethod("Start", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);

Console.WriteLine($"{Listing.Read(args[1], args[2])} instances");
foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(folder, StringComparison.Ordinal)))
{
    Console.WriteLine(assembly.Location.Substring(folder.Length).TrimStart(Path.DirectorySeparatorChar).Replace('\\', '/'));
}

/// <summary>A type of its own: it names the client's types, which are not to be looked for before the resolver is in place.</summary>
internal static class Listing
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Read(string endpoint, string key)
    {
        using var client = new NovitaClient(new NovitaClientOptions { Endpoint = new Uri(endpoint) }, new ApiKey(key, "the command line"));
        using var listing = new InstanceListing(client, [new FilteredQuery(new InstanceQuery(), null)], 100, false, default);
        listing.Start();
        var count = 0;
        while (listing.NextAsync(long.MaxValue).GetAwaiter().GetResult() is { } page)
        {
            count += page.Count;
        }

        return count;
    }
}
