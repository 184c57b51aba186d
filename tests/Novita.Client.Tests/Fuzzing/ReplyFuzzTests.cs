using System.Globalization;
using System.Net;
using System.Text;
using Novita.Client.Http;
using Novita.Client.Json;
using Xunit.Abstractions;

namespace Novita.Client.Tests.Fuzzing;

/// <summary>
/// Whatever bytes a reply has, they are objects or <see cref="NovitaErrorKind.ResponseInvalid"/>: never another exception, a hang,
/// or memory out of proportion. The cases are the same in every run; <c>NOVITA_FUZZ_CASES=5000000 dotnet test tests/Novita.Client.Tests
/// --filter ReplyFuzzTests</c> tries so many of each kind.
/// </summary>
public sealed class ReplyFuzzTests
{
    private const int UsualCases = 40_000;
    private const int MostBytesPerByte = 40;
    private const int MostBytesPerByteToUse = 150;
    private const int MostBytesBesides = 64 * 1024;

    private const string Detail = """
        {"id":"3560b7fec915bbf9","name":"train-1","clusterId":"as-sgp-2","clusterName":"AS-SGP-02","status":"running","imageUrl":"img:tag","imageAuthId":"a1","command":"sleep","entrypoint":"sh","cpuNum":"16","memory":"62","gpuNum":"1","portMappings":[{"port":8888,"type":"http","endpoint":"https://x"},{"port":22,"type":"tcp"}],"productId":"4090.16c62g","productName":"RTX 4090 24GB","rootfsSize":60,"volumeMounts":[{"type":"network","size":500,"id":"vol-1","mountPath":"/data"}],"statusError":{"state":"s","message":"m"},"envs":[{"key":"MODE","value":"x"}],"kind":"gpu","billingMode":"spot","endTime":"-1","spotStatus":"notified","spotReclaimTime":"1790000000","network":{"id":"v","ip":"10.0.0.1"},"node":[{"maxRootfsSize":500}],"jobs":[{"id":"j","type":"saveImage"}],"connectComponentSSH":{"sshCommand":"ssh -p 32787 root@host","password":"p","isRunning":true},"connectComponentWebTerminal":{"address":"https://t?token=1","username":"u","password":"p","isRunning":"true"},"connectComponentJupyter":{"port":8888,"address":"https://j?token=1","isRunning":false},"connectComponentLog":{"systemLogAddress":"https://l","instanceLogAddress":"https://i","isRunning":true},"freeStorageSize":10,"keepDataDay":7,"createdAt":"1756959094","useTime":"60","tools":["Jupyter"],"sshPassword":"p","instancePrice":"35000"}
        """;

    /// <summary>Of each kind of reply one that is as it should be.</summary>
    private static readonly Dictionary<string, byte[]> s_whole = new()
    {
        ["a page"] = Encoding.UTF8.GetBytes($$$"""{"instances":[{{{Detail}}},{"id":"b","name":"n","status":"exited","cpuNum":8,"x":{"deep":[1,"two",{"three":null}]}}],"total":2}"""),
        ["an instance"] = Encoding.UTF8.GetBytes(Detail),
        ["the answer to a change"] = """{"instanceId":"a","id":"new","newInstanceId":"","state":"toStart"}"""u8.ToArray(),
        ["a refusal"] = """{"code":400,"reason":"RESOURCE_NOT_FOUND","message":"not found","metadata":{}}"""u8.ToArray(),
    };

    private static readonly byte[][] s_bodies =
    [
        .. s_whole.Values,
        """{"instances":[],"total":"0"}"""u8.ToArray(),
        """{"instances":null}"""u8.ToArray(),
        """{"error":{"code":"INSUFFICIENT_RESOURCE","message":"none left"}}"""u8.ToArray(),
        "<html><head><style>p{}</style></head><body><h1>502 Bad Gateway</h1></body></html>"u8.ToArray(),
    ];

    private readonly ITestOutputHelper _output;

    public ReplyFuzzTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Kinds => [.. s_whole.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_bytes_are_objects_or_an_error_that_says_so(string kind)
    {
        var cases = int.TryParse(Environment.GetEnvironmentVariable("NOVITA_FUZZ_CASES"), CultureInfo.InvariantCulture, out var asked) ? asked : UsualCases;
        var refused = 0;

        System.Threading.Tasks.Parallel.For(0, cases, number => Interlocked.Add(ref refused, Try(kind, number) ? 0 : 1));

        _output.WriteLine($"{cases} cases, {refused} refused");
        Assert.InRange(refused, kind == "a page" ? 1 : 0, cases - 1);
    }

    [Theory]
    [InlineData("{0}", "\"\":[]", 10)]
    [InlineData("{0}", "\"\":{}", 10)]
    [InlineData("{0}", "\"#\":[]", 10)]
    [InlineData("{0}", "\"#\":{}", 10)]
    [InlineData("{0}", "\"#\":1", 10)]
    [InlineData("{0}", "\"#\":\"x\"", 10)]
    [InlineData("{0}", "\"#token\":\"hunter#\"", 10)]
    [InlineData("\"x\":[{0}]", "[]", 10)]
    [InlineData("\"x\":[{0}]", "{}", 10)]
    [InlineData("\"x\":[{0}]", "1", 10)]
    [InlineData("\"x\":[{0}]", "[[]]", 10)]
    [InlineData("\"token\":[{0}]", "\"hunter#\"", 10)]
    [InlineData("\"tools\":[{0}]", "\"x\"", MostBytesPerByte)]
    [InlineData("\"portMappings\":[{0}]", "{}", MostBytesPerByte)]
    [InlineData("\"envs\":[{0}]", "{}", MostBytesPerByte)]
    [InlineData("\"jobs\":[{0}]", "{}", MostBytesPerByte)]
    public void A_long_reply_takes_memory_in_proportion(string members, string repeated, int mostBytesPerByte)
    {
        const int LongBody = 4 * 1024 * 1024;
        var instance = new StringBuilder();
        for (var number = 1_000_000; instance.Length < LongBody; number++)
        {
            instance.Append(instance.Length > 0 ? "," : "").Append(repeated.Replace("#", $"{number}", StringComparison.Ordinal));
        }

        var body = Encoding.UTF8.GetBytes($"{{\"id\":\"a1\",{string.Format(CultureInfo.InvariantCulture, members, instance)}}}");

        byte[] page = [.. "{\"instances\":["u8, .. body, .. "]}"u8];
        InstanceDetail? read = null;

        Measure("a long instance", body, () => read = NovitaClient.ReadResource(body, InstanceDetail.DetailShape), mostBytesPerByte);
        Measure("a long page", page, () => Bodies.Read(page), mostBytesPerByte);
        Measure("a look at a long instance", body, () => Use(read!), MostBytesPerByteToUse);
    }

    /// <summary>Reads one case, and tells whether it gave objects.</summary>
    private static bool Try(string kind, int number)
    {
        var random = new Random(number);
        var whole = random.Next(4) > 0 ? s_whole[kind] : s_bodies[random.Next(s_bodies.Length)];
        var body = Mutation.Spoil(whole, s_bodies, random);
        Action? use = null;
        Measure($"Case {number} of {kind}", body, () =>
        {
            try
            {
                use = Read(kind, body);
            }
            catch (NovitaException error) when (error.Kind == NovitaErrorKind.ResponseInvalid)
            {
                Assert.DoesNotContain(error.Message, char.IsControl);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Case {number} of {kind}.", error);
            }
        });
        Measure($"A look at case {number} of {kind}", body, () => use?.Invoke(), MostBytesPerByteToUse);
        return use is not null;
    }

    /// <summary>Checks what memory it takes to read a body.</summary>
    private static void Measure(string what, byte[] body, Action read, int mostBytesPerByte = MostBytesPerByte)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read();
        var spent = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(spent <= MostBytesBesides + ((long)mostBytesPerByte * body.Length), $"{what} took {spent} bytes for a body of {body.Length}.");
    }

    /// <summary>Reads a body, and gives what uses all that it holds.</summary>
    private static Action Read(string kind, byte[] body)
    {
        switch (kind)
        {
            case "a page":
                var page = Bodies.Read(body);
                return () => Assert.All(page.Rows, Use);
            case "an instance":
                var instance = NovitaClient.ReadResource(body, InstanceDetail.DetailShape);
                return () => Use(instance);
            case "the answer to a change":
                ChangeResponse.Read(body);
                break;
            default:
                ReadRefusal(body);
                break;
        }

        return () => { };
    }

    /// <summary>Touches all that is worked out only when somebody looks.</summary>
    private static void Use(Instance instance)
    {
        Assert.NotEmpty(instance.Id);
        instance.GetAdditionalData();
        foreach (var property in instance.GetType().GetProperties())
        {
            _ = $"{property.GetValue(instance)}";
        }
    }

    private static void ReadRefusal(byte[] body)
    {
        using var reply = new HttpResponseMessage(HttpStatusCode.BadRequest);
        var key = new ApiKey("sk_0123456789abcdef", "a test");
        var error = ErrorReading.Read(reply, body, key, new ApiRequest(new Uri("https://api.example")));
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(error.Message.Length, 1, 1000);
    }
}
