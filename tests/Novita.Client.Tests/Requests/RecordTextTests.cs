using Novita.Client.Requests;

namespace Novita.Client.Tests.Requests;

public sealed class RecordTextTests
{
    [Fact]
    public void No_record_prints_a_secret()
    {
        object[] records =
        [
            new NewInstance { Name = "n", ImageAuth = "someone:hunter2", Variables = [new("TOKEN", "hunter2")] },
            new UpgradedInstance { ImageUrl = "img", Variables = [new("TOKEN", "hunter2")] },
            new NovitaClientOptions { Proxy = new Uri("http://someone:hunter2@proxy.example:8080") },
        ];

        Assert.All(records, record => Assert.DoesNotContain("hunter2", record.ToString(), StringComparison.Ordinal));
    }
}
