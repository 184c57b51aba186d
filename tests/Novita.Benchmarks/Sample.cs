namespace Novita.Benchmarks;

/// <summary>The middle of several measurements.</summary>
internal static class Sample
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
