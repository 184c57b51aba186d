using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace Novita.Tests.Faults;

/// <summary>Every row of <see cref="FaultTable"/>, in the real engine, over a real connection.</summary>
public sealed class FaultTests : IClassFixture<FaultBench>
{
    private static readonly Dictionary<(string Name, Place Place), FaultCase> s_cases = FaultTable.Cases.ToDictionary(row => (row.Name, row.Place));

    // Four retries, each after two minutes at most.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(8);

    // This machine has other work too.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly FaultBench _bench;

    public FaultTests(FaultBench bench) => _bench = bench;

    public static TheoryData<string, Place> Rows()
    {
        var rows = new TheoryData<string, Place>();
        foreach (var row in FaultTable.Cases)
        {
            rows.Add(row.Name, row.Place);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_fault_comes_to_what_the_table_says(string fault, Place place)
    {
        var row = s_cases[(fault, place)];

        var trial = await _bench.TryAsync(row);

        AssertOutcome(row, trial);
        AssertSafe(trial);
        Assert.InRange(trial.Waited, TimeSpan.Zero, s_longestWait);
        Assert.InRange(trial.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(row.Group.TimeoutSec == 1 ? 1 : 0) + s_patience);
    }

    [Fact]
    public void The_table_is_broad() => Assert.InRange(FaultTable.Cases.Count, 150, int.MaxValue);

    private static void AssertOutcome(FaultCase row, Trial trial)
    {
        var (outcome, run) = (row.Outcome, trial.Run);
        var said = string.Join('\n', run.Errors.Append(run.Terminating).Select(error => error?.Exception.Message));
        var expected = (outcome.Error?.ToString() ?? "", Requests(row), Written(row));
        var id = run.Terminating is null && run.Errors.Length == 0 ? "" : run.ErrorId;
        Assert.True(expected == (id, trial.Requests, run.Output.Length), $"Expected {expected}, but it was {(id, trial.Requests, run.Output.Length)}: {said}");
        if (outcome.Error is null)
        {
            return;
        }

        var form = ErrorForm.Of(outcome, row.Place);
        Assert.Equal(form.Category, run.Error.CategoryInfo.Category);
        Assert.NotEmpty(form.Action);
        Assert.Equal(form.Action, run.Error.ErrorDetails.RecommendedAction);
        Assert.Equal(outcome.MayHaveHappened, said.Contains("The service may have done it all the same.", StringComparison.Ordinal));
        Assert.Equal(IsTerminating(row), run.Terminating is not null);
        Assert.InRange(said.Length, 20, 1000);
        if (Page(row.Place) is { } page && outcome.Error is not (NovitaErrorKind.RequestInvalid or NovitaErrorKind.NotFound or NovitaErrorKind.ValueUnreadable))
        {
            Assert.Contains($"This was page {page} of the list.", said, StringComparison.Ordinal);
        }
    }

    /// <summary>The requests that lead to the one in question, that one, and what follows it.</summary>
    private static int Requests(FaultCase row) => (row.Place, row.Outcome) switch
    {
        (_, { Requests: 0 }) => 0,
        (Place.FirstPage, { Error: NovitaErrorKind.RequestInvalid or NovitaErrorKind.NotFound }) => row.Outcome.Requests + 1,
        (Place.FirstPage or Place.MiddlePage or Place.LastPage, { Error: null or NovitaErrorKind.ValueUnreadable }) => row.Outcome.Requests + 4,
        (Place.Create, { Error: null }) => row.Outcome.Requests + 1,

        // Where the answer leaves it open, the instance is asked.
        (Place.Start, _) when row.Fault == Simulator.Faults.ConnectionFaults.Vanish => 1,
        (Place.Start, { MayHaveHappened: true } or { Error: NovitaErrorKind.InvalidState }) => row.Outcome.Requests + 1,
        _ => row.Outcome.Requests + (Page(row.Place) ?? 0),
    };

    private static int Written(FaultCase row) => row.Outcome.Written ?? (row.Place, row.Outcome.Error) switch
    {
        (Place.Get or Place.Create, null) => 1,
        (Place.FirstPage or Place.MiddlePage or Place.LastPage, null or NovitaErrorKind.ValueUnreadable) => FaultBench.Instances,
        _ => (Page(row.Place) ?? 0) * FaultBench.PageSize,
    };

    private static int? Page(Place place) => place switch
    {
        Place.FirstPage => 0,
        Place.MiddlePage => 2,
        Place.LastPage => 4,
        _ => null,
    };

    private static bool IsTerminating(FaultCase row) => row.Place is not (Place.Get or Place.Start)
        && row.Outcome.Error is not (NovitaErrorKind.ListIncomplete or NovitaErrorKind.ValueUnreadable);

    /// <summary>Nothing that was said holds a secret or commands a terminal.</summary>
    private void AssertSafe(Trial trial)
    {
        var run = trial.Run;
        var said = new List<string>([.. run.Verbose, .. run.Debug, .. run.Warnings, .. run.Progress.Select(progress => $"{progress.StatusDescription} {progress.CurrentOperation}")]);
        var details = new StringBuilder();
        foreach (var error in run.Errors.Append(run.Terminating).OfType<ErrorRecord>())
        {
            said.AddRange([error.FullyQualifiedErrorId, error.CategoryInfo.ToString(), error.ErrorDetails?.Message ?? "", error.TargetObject?.ToString() ?? ""]);
            details.AppendLine(error.ToString()).AppendLine(error.InvocationInfo?.Line).AppendLine(error.ScriptStackTrace);
            for (var exception = error.Exception; exception is not null; exception = exception.InnerException)
            {
                said.AddRange([exception.Message, new PSObject(exception).Properties["Reason"]?.Value as string ?? ""]);
                details.AppendLine(exception.ToString());
            }
        }

        var commands = string.Concat(said).Where(character => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format);
        Assert.Equal("", string.Concat(commands.Select(character => $"U+{(int)character:X4} ")));
        details.AppendJoin('\n', said);
        foreach (var secret in _bench.Secrets)
        {
            Assert.DoesNotContain(secret, details.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }
}
