using Novita.Client.Errors;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Lists;

/// <summary>A member that could not be read in some rows of a list.</summary>
/// <param name="FirstId">The id of the first such row.</param>
/// <param name="First">The value of that row.</param>
/// <param name="Count">The number of such rows.</param>
internal sealed record UnreadableMember(string FirstId, UnreadableValue First, int Count)
{
    /// <summary>Creates the error to show after the rows.</summary>
    public NovitaException ToException<T>()
        where T : Resource
    {
        var field = VisibleText.Of(VisibleText.Shorten(First.Field, 100));
        var where = Count == 1
            ? $"in {Noun<T>.Singular} '{VisibleText.Quote(FirstId)}'"
            : $"in {Noun<T>.Count(Count)}, first in '{VisibleText.Quote(FirstId)}'";
        var problem = $"The value of '{field}' could not be read {where}: {First.Text} {First.Problem}. "
            + "The property is empty there, and GetAdditionalData() has the value.";
        return new NovitaException(NovitaErrorKind.ValueUnreadable, problem) { Subject = new Subject(Noun<T>.Singular) };
    }
}
