using Novita.Client.Errors;
using Novita.Client.Text;

namespace Novita;

/// <summary>Guards changes that send the settings of a resource again.</summary>
internal static class UnreadableSettings
{
    /// <summary>Refuses to send settings again that could not be read: the service would drop them.</summary>
    /// <param name="resource">The resource as it is now.</param>
    /// <param name="members">The members that are sent again; all where none is named.</param>
    /// <exception cref="NovitaException">Such a value could not be read (<see cref="NovitaErrorKind.ResponseInvalid"/>).</exception>
    public static void RequireReadable<T>(this T resource, params string[] members)
        where T : Resource
    {
        var unreadable = resource.Unreadable?.FirstOrDefault(value =>
            members.Length == 0 || members.Contains(value.Path.Split('.', '[')[0], StringComparer.OrdinalIgnoreCase));
        if (unreadable is not null)
        {
            throw new NovitaException(
                NovitaErrorKind.ResponseInvalid,
                $"The value of '{VisibleText.Quote(unreadable.Path)}' could not be read, and this change would drop it: "
                + $"{unreadable.Text} {unreadable.Problem}.")
            {
                Subject = new Subject(Noun<T>.Singular, resource.Id),
            };
        }
    }
}
