using System.Text;
using Novita.Client.Text;

namespace Novita;

/// <summary>
/// The name of a type of resource in messages, made from the name of the class: <c>NetworkStorage</c> is a "network storage".
/// </summary>
/// <typeparam name="T">The type of resource.</typeparam>
internal static class Noun<T>
    where T : Resource
{
    /// <summary>The class that the noun is named after: <c>Instance</c> for <c>InstanceDetail</c>.</summary>
    public static Type Type { get; } = BaseOf(typeof(T));

    /// <summary>The singular, such as <c>network storage</c>.</summary>
    public static string Singular { get; } = ToWords(Type.Name);

    /// <summary>The plural, such as <c>network storages</c>.</summary>
    public static string Plural { get; } = $"{Singular}s";

    /// <summary>Returns a number with the noun: <c>1 instance</c>, <c>2 instances</c>.</summary>
    public static string Count(long count) => Quantity.Of(count, Singular);

    /// <summary>The noun with its article, such as <c>an instance</c>.</summary>
    public static string WithArticle { get; } = $"{("aeiou".Contains(Singular[0]) ? "an" : "a")} {Singular}";

    private static Type BaseOf(Type type) => type.BaseType == typeof(Resource) || type.BaseType is null ? type : BaseOf(type.BaseType);

    private static string ToWords(string name)
    {
        var words = new StringBuilder();
        foreach (var character in name)
        {
            words.Append(char.IsUpper(character) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }
}
