using Novita.Client.Errors;
using Novita.Client.Text;

namespace Novita;

/// <summary>Checks a resource before a change that sends its current settings again.</summary>
internal static class UnreadableSettings
{
    /// <summary>Throws where a setting could not be read: without the setting, the change would drop it.</summary>
    /// <param name="resource">The current resource.</param>
    /// <param name="members">The members that are sent again; without names, all members.</param>
    /// <exception cref="NovitaException">A setting could not be read (<see cref="NovitaErrorKind.ResponseInvalid"/>).</exception>
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
