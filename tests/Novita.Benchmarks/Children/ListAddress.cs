namespace Novita.Benchmarks.Children;

/// <summary>The list call, for those who make it by hand.</summary>
internal static class ListAddress
{
    public static string Of(string endpoint, int pageSize, int pageNum) =>
        $"{endpoint}/gpu-instance/openapi/v1/gpu/instances?pageSize={pageSize}&pageNum={pageNum}";
}
