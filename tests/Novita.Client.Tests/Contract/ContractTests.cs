using System.Reflection;
using Novita.Client.Requests;

namespace Novita.Client.Tests.Contract;

/// <summary>What the public types promise to scripts.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData(
        typeof(Instance),
        """
        String Id, String Name, String ClusterId, String ClusterName, String Status, String ImageUrl, String ImageAuthId, String Command,
        String Entrypoint, Decimal? CpuNum, Decimal? Memory, Int32? GpuNum, PortMapping* PortMappings, String ProductId, String ProductName,
        Int32? RootfsSize, VolumeMount* VolumeMounts, StatusError StatusError, EnvironmentVariable* Envs, String Kind, String BillingMode,
        DateTime? EndTime, String SpotStatus, DateTime? SpotReclaimTime, String SessionName
        """)]
    [InlineData(typeof(PortMapping), "Int32? Port, String Type, String Endpoint")]
    [InlineData(typeof(VolumeMount), "String Type, Decimal? Size, String Id, String MountPath")]
    [InlineData(typeof(StatusError), "String State, String Message")]
    [InlineData(typeof(EnvironmentVariable), "String Key, String Value")]
    public void A_type_has_the_fields_of_the_contract_with_their_types_and_no_other_property(Type type, string expected) => Assert.Equal(
        expected.ReplaceLineEndings(" ").Split(", ", StringSplitOptions.TrimEntries).Order(),
        type.GetProperties().Select(property => $"{Show(property.PropertyType)} {property.Name}").Order());

    [Fact]
    public void Nothing_public_takes_or_gives_a_type_of_the_json_library()
    {
        // The accessors of properties are methods too.
        var methods = typeof(NovitaClient).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));

        Assert.DoesNotContain(
            methods,
            method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).SelectMany(TypesIn).Any(IsJson));
    }

    [Fact]
    public void No_public_property_holds_the_key()
    {
        var key = new ApiKey("sk_0123456789abcdef", "a test");

        var texts = key.GetType().GetProperties().Select(property => property.GetValue(key)?.ToString()).Append(key.ToString());

        Assert.DoesNotContain(texts, text => text?.Contains("0123456789", StringComparison.Ordinal) == true);
        Assert.Empty(key.GetType().GetFields());
    }

    [Fact]
    public void Every_documented_status_is_known_and_normalised_in_any_case()
    {
        string[] documented =
        [
            "toCreate", "creating", "pulling", "running", "toStart", "starting", "toStop", "stopping", "exited", "toRestart",
            "restarting", "toRemove", "removing", "removed", "toReset", "resetting", "migrating", "freezing",
        ];

        Assert.Equal(documented, InstanceStatus.Values.All.Select(status => status.Key));
        Assert.All(documented, status => Assert.Equal(status, InstanceStatus.Values.Normalize(status.ToUpperInvariant())));
        Assert.Equal("Dreaming", InstanceStatus.Values.Normalize("Dreaming"));
    }

    private static string Show(Type type) => Nullable.GetUnderlyingType(type) is { } value ? value.Name + "?"
        : type.IsGenericType ? type.GenericTypeArguments[0].Name + "*"
        : type.Name;

    private static IEnumerable<Type> TypesIn(Type type) =>
        type.HasElementType ? TypesIn(type.GetElementType()!) : type.GetGenericArguments().SelectMany(TypesIn).Append(type);

    private static bool IsJson(Type type) => type.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

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
