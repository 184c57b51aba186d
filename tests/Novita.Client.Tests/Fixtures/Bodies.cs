using System.Text;
using Novita.Client.Lists;

namespace Novita.Client.Tests.Fixtures;

/// <summary>Bodies of replies, and what the client makes of them.</summary>
internal static class Bodies
{
    public static Page<Instance> Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    /// <summary>Reads a page of the list of instances.</summary>
    public static Page<Instance> Read(ReadOnlySpan<byte> body) => ListRequests.Instances().Read(body);

    /// <summary>Reads one instance that has an id and these members besides.</summary>
    public static Instance ReadOne(string members) =>
        Assert.Single(Read($$"""{"instances":[{"id":"a1"{{(members.Length == 0 ? "" : ",")}}{{members}}}],"total":1}""").Rows);

    /// <summary>Reads a body that is none of an instance list, and gives the message.</summary>
    public static string ReadInvalid(string body)
    {
        var error = Assert.Throws<NovitaException>(() => Read(body));
        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        return error.Message;
    }

    /// <summary>A page of so many instances.</summary>
    public static string Page(int count, int? total = null, int first = 1) =>
        $$"""{"instances":[{{string.Join(',', Enumerable.Range(first, count).Select(number => $$"""{"id":"i{{number}}"}"""))}}],"total":{{total ?? count}}}""";

    /// <summary>The get call's reply about an instance that has these members besides its id.</summary>
    public static string Detail(string members = "", string id = "a1") => $$"""{"id":"{{id}}"{{(members.Length == 0 ? "" : ",")}}{{members}}}""";

    /// <summary>The same, for one of this status.</summary>
    public static string DetailOf(string status, string id = "a1") => Detail($"\"status\":\"{status}\"", id);
}
