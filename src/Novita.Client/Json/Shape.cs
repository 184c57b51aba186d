using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>
/// Reads one type of object from JSON, by a table of member names, each with the method that reads the member's value.
/// </summary>
/// <remarks>
/// Names match ignoring case. Of several members with one name the last wins. A table in the order in which the service sends the members
/// is fastest, because the search begins after the member that was read last.
/// </remarks>
/// <typeparam name="T">The type of the object.</typeparam>
internal sealed class Shape<T>
    where T : class
{
    private readonly Func<T> _create;
    private readonly ReadMember<T>? _readUnknown;
    private readonly bool _isTolerant;
    private Member[] _members = [];

    /// <summary>Begins a table.</summary>
    /// <param name="create">Creates an object without values.</param>
    /// <param name="readUnknown">
    /// Reads a member that the table lacks, with the member's name as the current token, and may leave the value unread; null to skip
    /// such members.
    /// </param>
    /// <param name="isTolerant">
    /// Whether a value that cannot be read is noted (<see cref="UnreadableNotes"/>) and kept as an unknown member, instead of an error for
    /// the whole response.
    /// </param>
    public Shape(Func<T> create, ReadMember<T>? readUnknown = null, bool isTolerant = false)
    {
        _isTolerant = isTolerant;
        _create = create;
        _readUnknown = readUnknown;
    }

    /// <summary>Adds a member.</summary>
    /// <param name="name">The member's name, in ASCII.</param>
    /// <param name="read">Reads the member's value.</param>
    public Shape<T> Add(string name, ReadMember<T> read)
    {
        _members = [.. _members, new Member(Encoding.ASCII.GetBytes(name), read)];
        return this;
    }

    /// <summary>Begins the table of a derived type with the members of this table.</summary>
    /// <param name="create">Creates an object without values.</param>
    public Shape<TDerived> Extend<TDerived>(Func<TDerived> create)
        where TDerived : class, T =>
        new(create, _readUnknown, _isTolerant)
        {
            _members = Array.ConvertAll(_members, member => new Shape<TDerived>.Member(member.Name, member.Read)),
        };

    /// <summary>Reads an object, the reader's current token.</summary>
    /// <returns>The object; null for null.</returns>
    /// <exception cref="FieldException">The token, or a value in the object, has the wrong type.</exception>
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

    /// <summary>Reads the members of an object, the reader's current token, into <paramref name="target"/>; null changes nothing.</summary>
    /// <exception cref="FieldException">The token, or a value in the object, has the wrong type.</exception>
    public void ReadInto(T target, ref Utf8JsonReader reader)
    {
        if (Token.Opens(ref reader, JsonTokenType.StartObject))
        {
            ReadMembers(target, ref reader);
        }
    }

    /// <summary>Reads an object the fast way and, after an error, again member by member.</summary>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    private T ReadTolerantly(ref Utf8JsonReader reader)
    {
        // Copying the reader for each object costs less than a try block for each member.
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

    /// <summary>Reads a list of objects, the reader's current token.</summary>
    /// <returns>The objects, with null for null elements; null for null.</returns>
    /// <exception cref="FieldException">The token, or a value in the list, has the wrong type.</exception>
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

    /// <summary>Reads a list of objects, the reader's current token; returns an empty list for null.</summary>
    public DisplayList<T> ReadDisplayList(ref Utf8JsonReader reader) => new((ReadList(ref reader) ?? [])!);

    /// <summary>Reads a list of objects, or one object as a list.</summary>
    public DisplayList<T> ReadOneOrMore(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject ? [Read(ref reader)!] : ReadDisplayList(ref reader);

    /// <summary>
    /// Returns the position of the current member in the table, searched from <paramref name="next"/> on; -1 for an unknown member.
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

        // Skips the value, or the rest of it.
        reader.Skip();
    }

    private readonly record struct Member(byte[] Name, ReadMember<T> Read);
}
