using System.Globalization;
using Novita.Client.Errors;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Lists;

/// <summary>A member that could not be read in some rows of a list.</summary>
/// <param name="FirstId">The id of the first such row.</param>
/// <param name="First">The value of that row.</param>
/// <param name="Count">How many rows there are.</param>
internal sealed record UnreadableMember(string FirstId, UnreadableValue First, int Count)
{
    /// <summary>Makes the error that says so.</summary>
    public NovitaException ToException<T>()
        where T : Resource
    {
        var field = VisibleText.Of(VisibleText.Shorten(First.Field, 100));
        var where = Count == 1 ? $"in {Noun<T>.Singular} '{VisibleText.Quote(FirstId)}'"
            : $"in {Noun<T>.Count(Count)}, first in '{VisibleText.Quote(FirstId)}'";
        return new NovitaException(
            NovitaErrorKind.ValueUnreadable,
            string.Format(
                CultureInfo.InvariantCulture,
                "The value of '{0}' could not be read {1}: {2} {3}. The property is empty there, and GetAdditionalData() has the value.",
                field, where, First.Text, First.Problem))
        {
            Subject = new Subject(Noun<T>.Singular),
        };
    }
}
