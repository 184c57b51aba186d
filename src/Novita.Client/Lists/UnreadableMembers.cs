namespace Novita.Client.Lists;

/// <summary>Counts the values of a list that could not be read, by member.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class UnreadableMembers<T>
    where T : Resource
{
    private readonly List<UnreadableMember> _members = [];

    /// <summary>The members, in the order in which they were first seen.</summary>
    public IReadOnlyList<UnreadableMember> All => _members;

    /// <summary>Counts the values of rows.</summary>
    public void Add(IReadOnlyList<T> rows)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Unreadable is not null)
            {
                Add(rows[index]);
            }
        }
    }

    /// <summary>Counts the values of one row.</summary>
    public void Add(T row)
    {
        foreach (var values in (row.Unreadable ?? []).GroupBy(value => value.Field, StringComparer.OrdinalIgnoreCase))
        {
            var position = _members.FindIndex(member => string.Equals(member.First.Field, values.Key, StringComparison.OrdinalIgnoreCase));
            if (position < 0)
            {
                _members.Add(new UnreadableMember(row.Id, values.First(), 1));
            }
            else
            {
                _members[position] = _members[position] with { Count = _members[position].Count + 1 };
            }
        }
    }
}
