using System.Reflection;
using Novita.Client;
using Novita.Sessions;

namespace Novita.Completion;

/// <summary>A noun whose resources completion knows: each one that <see cref="ListRequests"/> can list.</summary>
internal abstract class SeenNoun
{
    private static readonly Lazy<SeenNoun[]> s_all = new(() => typeof(ListRequests)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType.IsGenericType)
        .Select(Create)
        .OrderByDescending(noun => noun.Name.Length)
        .ToArray());

    /// <summary>The noun, as cmdlets write it after <c>Novita</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Finds the noun of a cmdlet: <c>InstanceLog</c> is about instances. Null for an unknown noun.</summary>
    public static SeenNoun? Find(string noun) => Array.Find(s_all.Value, known => noun.StartsWith(known.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What was read lately through a session.</summary>
    public abstract SeenResources Seen(NovitaSession session);

    /// <summary>Starts to read it again in the background, if it is time for that.</summary>
    public abstract Task Refresh(NovitaSession session);

    private static SeenNoun Create(MethodInfo list)
    {
        var request = list.Invoke(null, [.. list.GetParameters().Select(parameter => parameter.DefaultValue)]);
        return (SeenNoun)Activator.CreateInstance(typeof(SeenNounOf<>).MakeGenericType(list.ReturnType.GenericTypeArguments), request);
    }
}
