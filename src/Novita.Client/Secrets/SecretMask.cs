using System.Text;

namespace Novita.Client.Secrets;

/// <summary>Masks secrets in the texts of someone else, who may write them in any way that <see cref="SecretWriting"/> knows.</summary>
internal sealed class SecretMask
{
    /// <summary>A shorter one would mask half of what a text says, and is no secret to speak of.</summary>
    public const int ShortestSought = 4;

    // Characters of text times characters of secrets. It takes a second or two for the worst of texts; replies come nowhere near.
    private const long MostWork = 50_000_000;

    private readonly List<SecretWriting> _writings = [];
    private readonly bool _isTooMuch;

    /// <summary>Prepares for texts that have so many characters in all. Where it would take long to look for the secrets in them, they are masked whole.</summary>
    public SecretMask(long length, IEnumerable<string> secrets)
    {
        var sought = secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        _isTooMuch = length * sought.Sum(secret => (long)secret.Length) > MostWork;
        if (!_isTooMuch)
        {
            _writings.AddRange(sought.SelectMany(SecretWriting.AllOf));
        }
    }

    public static string Apply(string text, params IEnumerable<string> secrets) => new SecretMask(text.Length, secrets).Apply(text);

    public string Apply(string text)
    {
        if (_isTooMuch)
        {
            return Secret.Asterisks;
        }

        var found = _writings.SelectMany(writing => writing.Find(text)).OrderBy(place => place.Begin).ToList();
        if (found.Count == 0)
        {
            return text;
        }

        var masked = new StringBuilder();
        var end = 0;
        foreach (var place in found)
        {
            // One that begins within another is masked with it.
            if (place.Begin >= end)
            {
                masked.Append(text, end, place.Begin - end).Append(Secret.Asterisks);
            }

            end = Math.Max(end, place.End);
        }

        return masked.Append(text, end, text.Length - end).ToString();
    }
}
