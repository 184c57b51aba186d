using CsCheck;
using Novita.Client.Watching;

namespace Novita.Client.Tests.Watching;

/// <summary>What holds for every fleet: who replays the changes over what was there at first has what is there at last.</summary>
public sealed class ReplayProperties
{
    private const int LargestFleet = 5;

    private const int Iterations = 2_000;

    private static readonly Gen<string?> s_text = Gen.Int[0, 3].Select(number => number switch { 0 => null, 1 => "", 2 => "x", _ => "y" });

    private static readonly Gen<string> s_status = Gen.Int[0, 2].Select(number => number switch { 0 => "running", 1 => "exited", _ => "starting" });

    private static readonly Gen<Instance> s_instance = Gen.Select(
        Gen.Int[1, LargestFleet],
        s_text,
        s_status,
        Gen.Select(s_text, s_text),
        Gen.Int[0, 2],
        Gen.Int[20, 22].Array[0, 3],
        Gen.Select(Gen.Int[0, 2], s_text).Array[0, 2],
        Gen.Bool,
        (id, name, status, texts, number, ports, variables, isReclaimed) =>
        {
            var instance = new Instance
            {
                Id = $"i{id}",
                Name = name ?? "",
                Status = status,
                Command = texts.Item1,
                SpotStatus = texts.Item2,
                GpuNum = number == 0 ? null : number,
                SpotReclaimTime = isReclaimed ? new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) : null,
                StatusError = isReclaimed ? new StatusError { State = texts.Item1, Message = texts.Item2 } : null,
            };
            // In order, because another order of the same is no change.
            foreach (var port in ports.Order())
            {
                instance.PortMappings.Add(new PortMapping($"{port}/tcp") { Endpoint = texts.Item2 });
            }

            foreach (var (key, value) in variables.Order())
            {
                instance.Envs.Add(new EnvironmentVariable { Key = $"V{key}", Value = value });
            }

            return instance;
        });

    private static readonly Gen<(Instance[] List, bool IsWhole)> s_look = Gen.Select(
        s_instance.Array[0, 8].Select(instances => instances.DistinctBy(instance => instance.Id).ToArray()),
        Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))));

    [Fact]
    public void Replaying_the_changes_over_the_first_state_gives_the_last_state() =>
        Cases.Check(s_look.Array[2, 8], Iterations, looks => WatchAsync(looks).GetAwaiter().GetResult());

    private static async Task WatchAsync((Instance[] List, bool IsWhole)[] looks)
    {
        // What a list that is not confirmed lacks may be there all the same: the ends must be whole.
        var (first, last) = (looks[0].List, looks[^1].List);
        var run = new WatchRun();
        Assert.Empty(await run.LookAtAsync(first));
        var replayed = first.ToDictionary(instance => instance.Id, Shown);
        foreach (var (list, isWhole) in looks.Skip(1).SkipLast(1).Append((last, true)))
        {
            run.IsWhole = isWhole;
            var changes = await run.LookAtAsync(list);
            Assert.Distinct(changes.Select(change => (change.Id, change.Property)));
            foreach (var change in changes)
            {
                Replay(change, replayed);
            }
        }

        Assert.Equal(last.Length, run.Count);
        Assert.Equal(last.Select(instance => $"{instance.Id}: {Text(Shown(instance))}").Order(), replayed.Select(instance => $"{instance.Key}: {Text(instance.Value)}").Order());
    }

    private static void Replay(InstanceChange change, Dictionary<string, Dictionary<string, object?>> state)
    {
        switch (change.Property)
        {
            case InstanceChange.Created:
                state.Add(change.Id, Shown(change.Instance));
                break;
            case InstanceChange.Removed:
                Assert.Equal(state[change.Id]["Status"], change.Old);
                Assert.True(state.Remove(change.Id));
                break;
            default:
                Assert.Equal(state[change.Id][change.Property], change.Old);
                state[change.Id][change.Property] = change.New;
                break;
        }
    }

    private static Dictionary<string, object?> Shown(Instance instance) =>
        WatchedInstances.All.Properties.ToDictionary(property => property.Name, property => property.Show(instance));

    private static string Text(Dictionary<string, object?> state) => string.Join("; ", state.Select(property => $"{property.Key}={property.Value}"));
}
