using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>
/// How the service sends one kind of object: a table of its members' names, each with what reads its value. That is all there
/// is to say about reading the kind, and it is made once.
/// </summary>
/// <remarks>
/// Names match in any case of their ASCII letters. Of a member that comes twice the last counts. The service sends members in
/// one order, so if the table has that order too, the member after the one just read is nearly always the next.
/// </remarks>
/// <typeparam name="T">The object that is made.</typeparam>
internal sealed class Shape<T>
    where T : class
{
    private readonly Func<T> _create;
    private readonly ReadUnknownMember<T>? _readUnknown;
    private readonly bool _isTolerant;
    private Member[] _members = [];

    /// <summary>Begins a table.</summary>
    /// <param name="create">Makes an object that has no members yet.</param>
    /// <param name="readUnknown">Reads what the table does not have; null to pass over it.</param>
    /// <param name="isTolerant">
    /// Whether a value that cannot be read is noted (<see cref="UnreadableNotes"/>) and kept as an unknown member, instead of an error of
    /// the whole.
    /// </param>
    public Shape(Func<T> create, ReadUnknownMember<T>? readUnknown = null, bool isTolerant = false)
    {
        _isTolerant = isTolerant;
        _create = create;
        _readUnknown = readUnknown;
    }

    /// <summary>Adds a member.</summary>
    /// <param name="name">Its name, in ASCII.</param>
    /// <param name="read">Reads its value.</param>
    public Shape<T> Add(string name, ReadMember<T> read)
    {
        _members = [.. _members, new Member(Encoding.ASCII.GetBytes(name), read)];
        return this;
    }

    /// <summary>Begins the table of a kind that has these members and others.</summary>
    /// <param name="create">Makes an object that has no members yet.</param>
    public Shape<TDerived> Extend<TDerived>(Func<TDerived> create)
        where TDerived : class, T =>
        new(create, _readUnknown, _isTolerant)
        {
            _members = Array.ConvertAll(_members, member => new Shape<TDerived>.Member(member.Name, member.Read)),
        };

    /// <summary>Reads an object, the reader's current token.</summary>
    /// <returns>The object; null for null.</returns>
    /// <exception cref="FieldException">The token, or one in the object, is not what belongs there.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public T? Read(ref Utf8JsonReader reader)
    {
        if (!Token.Opens(ref reader, JsonTokenType.StartObject))
        {
            return null;
        }

        if (_isTolerant)
        {
            return ReadTolerantly(ref reader);
        }

        var target = _create();
        ReadMembers(target, ref reader);
        return target;
    }

    /// <summary>Reads an object, the reader's current token, into one that exists; null changes nothing.</summary>
    /// <exception cref="FieldException">The token, or one in the object that is not tolerated, has another kind.</exception>
    public void ReadInto(T target, ref Utf8JsonReader reader)
    {
        if (Token.Opens(ref reader, JsonTokenType.StartObject))
        {
            ReadMembers(target, ref reader);
        }
    }

    /// <summary>Reads an object as if all were well; if not, reads it again member by member.</summary>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    private T ReadTolerantly(ref Utf8JsonReader reader)
    {
        // A copy an object costs less than a check a member would.
        var begin = reader;
        var target = _create();
        try
        {
            ReadMembers(target, ref reader);
            return target;
        }
        catch (Exception error) when (error is FieldException or InvalidOperationException)
        {
            UnreadableNotes.ClearFrom(begin.TokenStartIndex);
            reader = begin;
            return ReadMemberByMember(_create(), ref reader);
        }
    }

    private T ReadMemberByMember(T target, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader;
            var position = Find(ref reader, 0);
            try
            {
                if (position >= 0)
                {
                    reader.Read();
                    _members[position].Read(target, ref reader);
                    continue;
                }
            }
            catch (Exception error) when (error is FieldException or InvalidOperationException)
            {
                reader = name;
                reader.Read();
                var begin = reader.TokenStartIndex;
                UnreadableNotes.ClearFrom(begin);
                reader.Skip();
                UnreadableNotes.Add(begin, reader.BytesConsumed, error);
                reader = name;
            }

            ReadUnknown(target, ref reader);
        }

        return target;
    }

    [MethodImpl(MethodOptions.AggressiveOptimization)]
    private void ReadMembers(T target, ref Utf8JsonReader reader)
    {
        var members = _members;
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isNext = next < members.Length && !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(members[next].Name);
            var position = isNext ? next : Find(ref reader, next);
            if (position < 0)
            {
                ReadUnknown(target, ref reader);
                continue;
            }

            reader.Read();
            members[position].Read(target, ref reader);
            next = position + 1;
        }
    }

    /// <summary>Reads a list of such objects, the reader's current token.</summary>
    /// <returns>The objects, each null for null; null for null.</returns>
    /// <exception cref="FieldException">The token, or one in the list, is not what belongs there.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public List<T?>? ReadList(ref Utf8JsonReader reader)
    {
        if (!Token.Opens(ref reader, JsonTokenType.StartArray))
        {
            return null;
        }

        var items = new List<T?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return items;
    }

    /// <summary>Reads a list as <see cref="ReadList"/> does, into one to show; it is empty for null.</summary>
    public DisplayList<T> ReadDisplayList(ref Utf8JsonReader reader) => new((ReadList(ref reader) ?? [])!);

    /// <summary>Reads such a list, or one object in place of it.</summary>
    public DisplayList<T> ReadOneOrMore(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject ? [Read(ref reader)!] : ReadDisplayList(ref reader);

    /// <summary>
    /// Finds the member that the reader stands at, first among those from <paramref name="next"/> on; -1 if it is not in the table.
    /// </summary>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    private int Find(ref Utf8JsonReader reader, int next)
    {
        var members = _members;
        var name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.ReadName(ref reader)) : reader.ValueSpan;
        for (var count = members.Length; count > 0; count--, next++)
        {
            if (next == members.Length)
            {
                next = 0;
            }

            if (AsciiText.EqualsIgnoreCase(name, members[next].Name))
            {
                return next;
            }
        }

        return -1;
    }

    private void ReadUnknown(T target, ref Utf8JsonReader reader)
    {
        _readUnknown?.Invoke(target, ref reader);

        // Over the value, or what is left of it.
        reader.Skip();
    }

    private readonly record struct Member(byte[] Name, ReadMember<T> Read);
}
