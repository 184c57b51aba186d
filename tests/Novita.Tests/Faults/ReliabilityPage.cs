using System.Globalization;
using System.Text;

namespace Novita.Tests.Faults;

/// <summary>Writes docs/reliability.md from the table.</summary>
internal static class ReliabilityPage
{
    private const string Opening = """
        # Reliability

        What can go wrong between the module and the service, and what each of it comes to. Every line is tested, in the real engine and over a real connection, one request at a time, with the four retries of `Connect-Novita` and its time-out of 60 seconds (where time is what is wrong, of 1 second). The tests check the error id and its category, what was written before, the number of requests, what the error says to do, and that no text holds the key, a password or an environment value, or anything that a terminal would obey.

        - "Requests" counts how often the request in question reached the service; the pages before it, and what is asked after it, come on top. "Every page" counts the whole list.
        - A page that fails ends the list with a terminating error that names the page. What was written before it is right.
        - "May have happened": a change was sent, and no answer says that it was not made. The error says so, and what to look at. Where `Start-NovitaInstance` and its like can see from the instance that the change took effect, there is no error.
        - A change counts as made where the body of its response is empty, or JSON that is not an error; any other body may come from another server and leaves it open.
        - A refusal is never retried, a failure is, up to four times; a change only where the service cannot have acted on it (429, or no connection).
        - `Retry-After` is taken as seconds or as a date, up to two minutes a time.
        - The time-out bounds one request with its body, whatever the server does. A response over 64 MB is refused.
        """;

    private const string Closing = """
        This page is written by the tests. To write it again after a change of the table:

        ```sh
        NOVITA_WRITE_DOCS=1 dotnet test tests/Novita.Tests --filter FullyQualifiedName~ReliabilityPageTests
        ```
        """;

    private static readonly Dictionary<Place, string> s_places = new()
    {
        [Place.Connect] = "connect",
        [Place.FirstPage] = "first page",
        [Place.MiddlePage] = "middle page",
        [Place.LastPage] = "last page",
        [Place.EveryPage] = "every page",
        [Place.Get] = "get by id",
        [Place.Start] = "start",
        [Place.Create] = "create",
    };

    public static string Write()
    {
        var page = new StringBuilder(Opening.ReplaceLineEndings("\n")).Append('\n');
        foreach (var group in FaultTable.Groups)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group.Title}\n\n{Faults(group)}\n\n| where | error id | requests | what to do |\n| --- | --- | ---: | --- |\n");
            foreach (var outcome in group.Outcomes.GroupBy(at => (at.Value, Action(at.Value, at.Key)), at => at.Key))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {string.Join(", ", outcome.Select(place => s_places[place]))} | {Error(outcome.Key.Value, group)} | {outcome.Key.Value.Requests} | {outcome.Key.Item2} |\n");
            }
        }

        return page.Append('\n').Append(Closing.ReplaceLineEndings("\n")).Append('\n').ToString();
    }

    private static string Faults(FaultGroup group) =>
        (group.Times == 1 ? "Once: " : "") + string.Join("; ", group.Faults.Select(fault => $"`{fault}`")) + ".";

    private static string Error(Outcome outcome, FaultGroup group) =>
        outcome.Error is { } error ? $"`{error}`{(outcome.MayHaveHappened ? ", may have happened" : "")}"
        : outcome.Requests == 1 ? "none"
        : group.Times == 1 ? "none, after a retry" : "none, after another look";

    private static string Action(Outcome outcome, Place place) => outcome.Error is null ? "" : ErrorForm.Of(outcome, place).Action;
}
