using System.Management.Automation;
using System.Reflection;
using Novita.Client;

namespace Novita.Completion;

/// <summary>The nouns whose resources completion knows: every one that <see cref="ListRequests"/> can list.</summary>
internal static class SeenNouns
{
    // The longest first: NetworkStorage is not a Network.
    private static readonly Lazy<SeenNoun[]> s_all = new(() => typeof(ListRequests)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType.IsGenericType)
        .Select(Create)
        .OrderByDescending(noun => noun.Name.Length)
        .ToArray());

    // What the cmdlets of a noun work on, such as instances in those of Subscription.
    private static readonly Lazy<ILookup<string, string>> s_resources = new(() => (
        from type in typeof(SeenNouns).Assembly.GetTypes()
        let cmdlet = type.GetCustomAttribute<CmdletAttribute>()
        where cmdlet is not null
        from resource in ResourcesOf(type)
        select (Noun: cmdlet.NounName.Substring("Novita".Length), Resource: resource.Name))
        .ToLookup(pair => pair.Noun, pair => pair.Resource, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Finds the noun of a cmdlet's resources: <c>InstanceLog</c> and <c>Subscription</c> are about instances. Null for an unknown noun.
    /// </summary>
    public static SeenNoun? Find(string noun) =>
        FindIn(noun) ?? s_resources.Value[noun].Select(FindIn).OfType<SeenNoun>().FirstOrDefault();

    private static SeenNoun? FindIn(string noun) =>
        Array.Find(s_all.Value, known => noun.IndexOf(known.Name, StringComparison.OrdinalIgnoreCase) >= 0);

    private static IEnumerable<Type> ResourcesOf(Type? cmdlet)
    {
        for (var type = cmdlet; type is not null; type = type.BaseType)
        {
            foreach (var argument in type.GenericTypeArguments.Where(typeof(Resource).IsAssignableFrom))
            {
                yield return argument;
            }
        }
    }

    private static SeenNoun Create(MethodInfo list)
    {
        var request = list.Invoke(null, [.. list.GetParameters().Select(parameter => parameter.DefaultValue)]);
        return (SeenNoun)Activator.CreateInstance(typeof(SeenNounOf<>).MakeGenericType(list.ReturnType.GenericTypeArguments), request);
    }
}
