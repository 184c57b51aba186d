namespace Novita.Simulator.Generation;

/// <summary>Values that turn up as often as their weights say.</summary>
internal sealed class Weighted<T>
{
    private readonly (int Weight, T Value)[] _choices;
    private readonly int _sum;

    public Weighted(params (int Weight, T Value)[] choices)
    {
        _choices = choices;
        _sum = choices.Sum(choice => choice.Weight);
    }

    /// <summary>The values, in the order they were given.</summary>
    public IEnumerable<T> Values => _choices.Select(choice => choice.Value);

    public T Pick(Random random)
    {
        var point = random.Next(_sum);

        foreach (var (weight, value) in _choices)
        {
            if ((point -= weight) < 0)
            {
                return value;
            }
        }

        throw new InvalidOperationException("The weights do not add up.");
    }
}
