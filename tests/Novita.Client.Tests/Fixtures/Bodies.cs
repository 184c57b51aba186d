using System.Text;
using Novita.Client.Json;
using Novita.Client.Paging;

namespace Novita.Client.Tests.Fixtures;

/// <summary>Bodies of replies, and what the client makes of them.</summary>
internal static class Bodies
{
    public static InstancePage Read(string body) => ReplyParsing.ReadInstances(Encoding.UTF8.GetBytes(body));

    /// <summary>Reads one instance that has an id and these members besides.</summary>
    public static Instance ReadOne(string members) =>
        Assert.Single(Read($$"""{"instances":[{"id":"a1"{{(members.Length == 0 ? "" : ",")}}{{members}}}],"total":1}""").Instances);

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
}
