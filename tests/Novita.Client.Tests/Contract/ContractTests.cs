using System.Reflection;
using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Contract;

/// <summary>Every field of the list call's documentation has its property.</summary>
public sealed class ContractTests
{
    public static TheoryData<Type, string, Type> Fields() => new()
    {
        { typeof(Instance), "id", typeof(string) },
        { typeof(Instance), "name", typeof(string) },
        { typeof(Instance), "clusterId", typeof(string) },
        { typeof(Instance), "clusterName", typeof(string) },
        { typeof(Instance), "status", typeof(string) },
        { typeof(Instance), "imageUrl", typeof(string) },
        { typeof(Instance), "imageAuthId", typeof(string) },
        { typeof(Instance), "command", typeof(string) },
        { typeof(Instance), "entrypoint", typeof(string) },
        { typeof(Instance), "cpuNum", typeof(decimal?) },
        { typeof(Instance), "memory", typeof(decimal?) },
        { typeof(Instance), "gpuNum", typeof(int?) },
        { typeof(Instance), "portMappings", typeof(DisplayList<PortMapping>) },
        { typeof(Instance), "productId", typeof(string) },
        { typeof(Instance), "productName", typeof(string) },
        { typeof(Instance), "rootfsSize", typeof(int?) },
        { typeof(Instance), "volumeMounts", typeof(DisplayList<VolumeMount>) },
        { typeof(Instance), "statusError", typeof(StatusError) },
        { typeof(Instance), "envs", typeof(DisplayList<EnvironmentVariable>) },
        { typeof(Instance), "kind", typeof(string) },
        { typeof(Instance), "billingMode", typeof(string) },
        { typeof(Instance), "endTime", typeof(DateTime?) },
        { typeof(Instance), "spotStatus", typeof(string) },
        { typeof(Instance), "spotReclaimTime", typeof(DateTime?) },
        { typeof(PortMapping), "port", typeof(int?) },
        { typeof(PortMapping), "type", typeof(string) },
        { typeof(VolumeMount), "type", typeof(string) },
        { typeof(VolumeMount), "size", typeof(decimal?) },
        { typeof(VolumeMount), "id", typeof(string) },
        { typeof(VolumeMount), "mountPath", typeof(string) },
        { typeof(StatusError), "state", typeof(string) },
        { typeof(StatusError), "message", typeof(string) },
        { typeof(EnvironmentVariable), "key", typeof(string) },
        { typeof(EnvironmentVariable), "value", typeof(string) },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_of_the_contract_has_a_property_of_its_name_in_pascal_case(Type type, string field, Type expected)
    {
        var property = type.GetProperty(Pascal(field));

        Assert.NotNull(property);
        Assert.Equal(expected, property.PropertyType);
        Assert.NotNull(property.GetGetMethod());
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_property_of_a_field_is_filled_from_the_response(Type type, string field, Type expected)
    {
        var owner = Read(Sample, type);

        var value = owner.GetType().GetProperty(Pascal(field))!.GetValue(owner);

        Assert.NotNull(value);
        Assert.IsAssignableFrom(Nullable.GetUnderlyingType(expected) ?? expected, value);
        Assert.NotEqual("", value.ToString());
    }

    [Theory]
    [InlineData(typeof(Instance), "SessionName")]
    [InlineData(typeof(PortMapping), "Endpoint")]
    [InlineData(typeof(VolumeMount))]
    [InlineData(typeof(StatusError))]
    [InlineData(typeof(EnvironmentVariable))]
    public void There_is_no_other_property_but_those_of_the_get_call_and_our_own(Type type, params string[] own)
    {
        var contract = Fields().Where(row => type.Equals(row[0])).Select(row => Pascal((string)row[1]));

        Assert.Equal(contract.Concat(own).Order(), type.GetProperties().Select(property => property.Name).Order());
    }

    [Fact]
    public void No_public_property_has_a_type_of_the_json_library()
    {
        var properties = typeof(NovitaClient).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static));

        Assert.NotEmpty(properties);
        Assert.DoesNotContain(properties, property => TypesIn(property.PropertyType).Any(IsJson));
    }

    [Fact]
    public void No_public_method_takes_or_gives_a_type_of_the_json_library()
    {
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

    private const string Sample = """
        {
          "instances": [{
            "id": "a1", "name": "n", "clusterId": "c", "clusterName": "cn", "status": "running", "imageUrl": "i", "imageAuthId": "ia",
            "command": "cmd", "entrypoint": "ep", "cpuNum": "16", "memory": "62", "gpuNum": "1",
            "portMappings": [{"port": 8888, "type": "http"}],
            "productId": "p", "productName": "pn", "rootfsSize": 60,
            "volumeMounts": [{"type": "network", "size": "500", "id": "v", "mountPath": "/data"}],
            "statusError": {"state": "s", "message": "m"},
            "envs": [{"key": "k", "value": "v"}],
            "kind": "gpu", "billingMode": "spot", "endTime": "1767225600", "spotStatus": "notified", "spotReclaimTime": "1767225600"
          }],
          "total": 1
        }
        """;

    private static object Read(string body, Type type)
    {
        var instance = Assert.Single(Bodies.Read(body).Rows);
        return new object?[] { instance, instance.PortMappings[0], instance.VolumeMounts[0], instance.StatusError, instance.Envs[0] }
            .Single(part => part?.GetType() == type)!;
    }

    private static string Pascal(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    private static IEnumerable<Type> TypesIn(Type type) =>
        type.HasElementType ? TypesIn(type.GetElementType()!) : type.GetGenericArguments().SelectMany(TypesIn).Append(type);

    private static bool IsJson(Type type) => type.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;
}
