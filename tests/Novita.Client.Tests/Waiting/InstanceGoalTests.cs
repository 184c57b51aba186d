using Novita.Client.Waiting;

namespace Novita.Client.Tests.Waiting;

public sealed class InstanceGoalTests
{
    [Theory]
    [InlineData("running", "running", true)]
    [InlineData("running", "RUNNING", true)]
    [InlineData("running", "exited", false)]
    [InlineData("running,exited", "exited", true)]
    [InlineData("aNewOne", "anewone", true)]
    public void A_status_will_do_in_any_case(string goal, string status, bool expected) => Assert.Equal(expected, Goal(goal).IsReached(status));

    [Theory]
    [InlineData("running", "exited,toRemove,removing,removed")]
    [InlineData("exited", "toRemove,removing,removed")]
    [InlineData("aNewOne", "toRemove,removing,removed")]
    [InlineData("removed", "")]
    [InlineData("removing", "")]
    public void Only_what_ends_an_instance_or_stops_one_that_is_to_run_puts_it_out_of_reach(string goal, string expected) => Assert.Equal(
        expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(),
        InstanceStatus.Values.All.Select(status => status.Key).Where(status => !Goal(goal).IsReached(status) && Goal(goal).IsOutOfReachFrom(status)).Order());

    [Theory]
    [InlineData("removed", true)]
    [InlineData("running,Removed", true)]
    [InlineData("removing", false)]
    [InlineData("exited", false)]
    public void Whether_being_gone_will_do_is_told(string goal, bool expected) => Assert.Equal(expected, Goal(goal).IsRemoval);

    [Fact]
    public void A_goal_reads_as_part_of_a_sentence() => Assert.Equal("'running' or '\u001b[31m'", Goal("running,\u001b[31m").ToString());

    private static InstanceGoal Goal(string statuses) => new(statuses.Split(','));
}
