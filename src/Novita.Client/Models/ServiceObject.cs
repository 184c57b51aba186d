using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>
/// An object of a response: a resource or a part of a resource. Undocumented members, and values that could not be read, are kept.
/// </summary>
public abstract class ServiceObject
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_parts = new();

    /// <summary>
    /// Members without a property, and members whose value does not fit their property. Internal, because every report would show a public
    /// property, with any secrets.
    /// </summary>
    internal UnknownMembers? UnknownMembers { get; set; }

    /// <summary>The passwords among the properties.</summary>
    private protected virtual IEnumerable<Secret?> Passwords => [];

    /// <summary>The secrets of this object and its parts, to be masked in other texts.</summary>
    private protected IEnumerable<string> Secrets
    {
        get
        {
            foreach (var password in Passwords.OfType<Secret>().Where(password => password.HasText))
            {
                yield return password.Reveal();
            }

            // Unknown members are parsed only when the enumeration reaches them.
            foreach (var holder in Parts().Select(part => part.Value).Prepend(this))
            {
                foreach (var secret in holder.UnknownMembers?.FindSecrets() ?? [])
                {
                    yield return secret;
                }
            }
        }
    }

    /// <summary>
    /// Returns the undocumented members, and the values that could not be read, by the service's name, ignoring case.
    /// </summary>
    /// <returns>
    /// Texts, numbers, booleans, lists and dictionaries. The name of a part's member is its path, such as <c>portMappings[0].proto</c>.
    /// A member with a name like password, key, secret or token is a <see cref="Secret"/>, which is masked in the other texts.
    /// </returns>
    public IReadOnlyDictionary<string, object?> GetAdditionalData()
    {
        Lazy<SecretMask> mask = new(() => new SecretMask(Secrets));
        var data = ReadUnknownMembers(mask) ?? new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Parts())
        {
            foreach (var member in part.Value.ReadUnknownMembers(mask) ?? [])
            {
                data[$"{part.Key}.{member.Key}"] = member.Value;
            }
        }

        return data;
    }

    /// <summary>Begins the table of a model; members that the table lacks are kept for <see cref="GetAdditionalData"/>.</summary>
    private protected static Shape<T> ShapeOf<T>(Func<T> create)
        where T : ServiceObject =>
        new(create, (target, ref reader) => (target.UnknownMembers ??= new()).Add(ref reader), isTolerant: true);

    private Dictionary<string, object?>? ReadUnknownMembers(Lazy<SecretMask> mask) =>
        UnknownMembers is null ? null : new AdditionalData(UnknownMembers.Json, mask.Value).Read();

    /// <summary>The parts of this object, each with its path in the service's names.</summary>
    private IEnumerable<KeyValuePair<string, ServiceObject>> Parts()
    {
        foreach (var property in s_parts.GetOrAdd(GetType(), FindParts))
        {
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
            switch (property.GetValue(this))
            {
                case ServiceObject part:
                    yield return new(name, part);
                    break;
                case IEnumerable list:
                    var index = 0;
                    foreach (var element in list)
                    {
                        if (element is ServiceObject part)
                        {
                            yield return new($"{name}[{index}]", part);
                        }

                        index++;
                    }

                    break;
            }
        }
    }

    private static PropertyInfo[] FindParts(Type type) => Array.FindAll(
        type.GetProperties(),
        property => IsPart(property.PropertyType) || (property.PropertyType.GetGenericArguments() is [var element] && IsPart(element)));

    private static bool IsPart(Type type) => typeof(ServiceObject).IsAssignableFrom(type);
}
