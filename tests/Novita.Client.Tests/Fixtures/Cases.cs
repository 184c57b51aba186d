using CsCheck;

namespace Novita.Client.Tests.Fixtures;

/// <summary>Tries what should hold on random cases.</summary>
internal static class Cases
{
    /// <summary>
    /// Tries the same cases in every run: a rare one that is new is for a developer, who sets NOVITA_EXPLORE, and not for the first
    /// run on somebody's machine. A failure prints the smallest case that was found.
    /// </summary>
    public static void Check<T>(Gen<T> cases, int iterations, Action<T> check)
    {
        if (Environment.GetEnvironmentVariable("NOVITA_EXPLORE") is { Length: > 0 })
        {
            cases.Sample(check, iter: iterations, print: Print);
            return;
        }

        var random = new PCG(1, 1);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var seed = random.ToString();
            try
            {
                check(cases.Generate(random, null, out _));
            }
            catch (Exception)
            {
                // Finds the smallest case, and throws.
                cases.Sample(check, seed: seed, iter: iterations, print: Print);
                throw;
            }
        }

        static string Print(T value) => $"{Environment.NewLine}{value}";
    }
}
