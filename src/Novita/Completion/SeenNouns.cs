using System.Management.Automation;
using System.Reflection;
using Novita.Client;

namespace Novita.Completion;

/// <summary>The nouns whose resources completion knows: those that <see cref="ListRequests"/> can list.</summary>
internal static class SeenNouns
{
    // The longest name first, because NetworkStorage also contains Network.
    private static readonly Lazy<SeenNoun[]> s_all = new(() => typeof(ListRequests)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType.IsGenericType)
        .Select(Create)
        .OrderByDescending(noun => noun.Name.Length)
        .ToArray());

    // The resources of cmdlets whose noun is no resource: the Subscription cmdlets work on instances.
    private static readonly Lazy<ILookup<string, string>> s_resources = new(() => (
        from type in typeof(SeenNouns).Assembly.GetTypes()
        let cmdlet = type.GetCustomAttribute<CmdletAttribute>()
        where cmdlet is not null
        from resource in ResourcesOf(type)
        select (Noun: cmdlet.NounName.Substring("Novita".Length), Resource: resource.Name))
        .ToLookup(pair => pair.Noun, pair => pair.Resource, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Returns the noun of a cmdlet's resources, such as <c>Instance</c> for <c>InstanceLog</c> and <c>Subscription</c>; null if unknown.
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
