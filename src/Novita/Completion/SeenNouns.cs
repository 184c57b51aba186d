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

    /// <summary>Finds the noun of a cmdlet: <c>InstanceLog</c> is about instances. Null for an unknown noun.</summary>
    public static SeenNoun? Find(string noun) =>
        Array.Find(s_all.Value, known => noun.StartsWith(known.Name, StringComparison.OrdinalIgnoreCase));

    private static SeenNoun Create(MethodInfo list)
    {
        var request = list.Invoke(null, [.. list.GetParameters().Select(parameter => parameter.DefaultValue)]);
        return (SeenNoun)Activator.CreateInstance(typeof(SeenNounOf<>).MakeGenericType(list.ReturnType.GenericTypeArguments), request);
    }
}
