namespace Novita.Benchmarks.Children;

/// <summary>A way to list all instances.</summary>
internal interface IListing : IDisposable
{
    /// <summary>Makes one small request, so that nobody is measured loading and compiling HTTP and JSON.</summary>
    Task WarmAsync();

    /// <summary>Lists everything and drops it.</summary>
    Task RunAsync();

    /// <summary>Lists everything and notes what came.</summary>
    Task CheckAsync(Arrivals arrivals);
}
