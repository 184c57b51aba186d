using System.Globalization;
using System.Text;

namespace Novita;

/// <summary>What a kind of resource is called in messages, from the name of its type: <c>NetworkStorage</c> is a "network storage".</summary>
/// <typeparam name="T">The kind of resource.</typeparam>
internal static class Noun<T>
    where T : Resource
{
    /// <summary>The noun's own type: that of <c>InstanceDetail</c> is <c>Instance</c>.</summary>
    public static Type Type { get; } = BaseOf(typeof(T));

    /// <summary>One of them, such as <c>network storage</c>.</summary>
    public static string Singular { get; } = ToWords(Type.Name);

    /// <summary>Several of them, such as <c>network storages</c>.</summary>
    public static string Plural { get; } = $"{Singular}s";

    /// <summary>So many of them: <c>1 instance</c>, <c>2 instances</c>.</summary>
    public static string Count(long count) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? Singular : Plural)}";

    /// <summary>"a" or "an", and the noun.</summary>
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
