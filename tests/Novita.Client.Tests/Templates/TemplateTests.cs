using System.Text.Json.Nodes;
using Novita.Client.Requests;
using Novita.Simulator;
using Novita.Simulator.Areas.Templates;

namespace Novita.Client.Tests.Templates;

/// <summary>The calls of templates, under each way in which the service may answer.</summary>
public sealed class TemplateTests
{
    private static readonly NewTemplate s_new = new() { Name = "web", ImageUrl = "ubuntu:24.04", RootfsSize = 60 };

    [Theory]
    [InlineData("official", "false")]
    [InlineData("community", "false")]
    [InlineData("private", "true")]
    public async Task A_list_asks_for_its_channel_and_the_flag_that_goes_with_it(string channel, string flag)
    {
        await using var session = await StartAsync();
        session.Service.Templates.Rows.Load(new SimulatedTemplate { Id = "1", Name = "web", Channel = channel });

        using var listing = session.Client.List([ListRequests.Templates(channel: channel)], session.Call);

        Assert.Equal("1", (await listing.NextAsync(10))!.Single().Id);
        Assert.All(
            session.Service.Requests,
            request => Assert.Equal((channel, flag), (request.Query["channel"], request.Query["isMyCommunity"])));
    }

    [Fact]
    public async Task Groups_of_ports_become_single_ports_and_groups_again()
    {
        await using var session = await StartAsync();
        PortMapping[] ports = [.. Enumerable.Range(1, 12).Select(port => new PortMapping($"{port}/tcp")), new("8888/http")];

        var id = await session.Client.CreateTemplateAsync(s_new with { Ports = ports }, session.Call);

        var sent = JsonNode.Parse(session.Service.Requests.Changing.Single().Body)!["template"]!["ports"]!.ToJsonString();
        Assert.Equal(
            """[{"type":"tcp","ports":[1,2,3,4,5,6,7,8,9,10]},{"type":"tcp","ports":[11,12]},{"type":"http","ports":[8888]}]""", sent);
        Assert.Equal(string.Join<PortMapping>(", ", ports), (await session.Client.GetTemplateAsync(id, session.Call)).Ports.ToString());
    }

    [Fact]
    public async Task A_template_of_an_earlier_contract_has_its_time_of_creation()
    {
        using var test = new TestClient(Answers.Json(200, """{"template":{"Id":"1","createTime":"1711995567"}}"""));

        var template = await test.Client.GetTemplateAsync("1", test.Call);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1711995567).LocalDateTime, template.CreatedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_template_that_was_deleted_is_not_found(bool missingIsNull)
    {
        await using var session = await StartAsync(new() { MissingIsNull = missingIsNull });

        var error = await Assert.ThrowsAsync<NovitaException>(() => session.Client.GetTemplateAsync("1", session.Call));

        Assert.Equal((NovitaErrorKind.NotFound, "template", "1"), (error.Kind, error.Subject?.Noun, error.Subject?.Id));
    }

    [Fact]
    public async Task A_response_without_a_template_breaks_the_contract()
    {
        using var test = new TestClient(Answers.Json(200, """{"other":1}"""));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.GetTemplateAsync("1", test.Call));

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
    }

    [Fact]
    public async Task A_change_sends_the_whole_template_with_its_capital_id()
    {
        await using var session = await StartAsync();
        session.Service.Templates.Rows.Load(
            new SimulatedTemplate { Id = "7", Name = "web", Ports = [new("tcp", [22])], Envs = [new("MODE", "x")] });

        await session.Client.EditTemplateAsync("7", current => current with { Name = "new" }, session.Call);

        var sent = JsonNode.Parse(session.Service.Requests.Changing.Single().Body)!;
        var expected = JsonNode.Parse("""
            {"template":{"Id":"7","name":"new","type":"instance","channel":"private","image":"ubuntu:24.04","rootfsSize":60,
            "ports":[{"type":"tcp","ports":[22]}],"envs":[{"key":"MODE","value":"x"}]}}
            """);
        Assert.True(JsonNode.DeepEquals(expected, sent), sent.ToJsonString());
    }

    [Fact]
    public async Task A_template_with_a_setting_that_cannot_be_read_is_not_changed()
    {
        using var test = new TestClient(Answers.Json(200, """{"template":{"Id":"7","name":"web","image":"i","rootfsSize":"large"}}"""));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.EditTemplateAsync("7", current => current, test.Call));

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.Contains("'rootfsSize' could not be read", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, test.Client.Counters.Requests);
    }

    [Fact]
    public async Task A_service_without_the_update_call_says_so()
    {
        await using var session = await StartAsync(new() { HasUpdate = false });
        session.Service.Templates.Rows.Load(new SimulatedTemplate { Id = "7", Name = "web" });

        var error = await Assert.ThrowsAsync<NovitaException>(() => session.Client.EditTemplateAsync("7", now => now, session.Call));

        Assert.Equal((404, "7"), (error.StatusCode, error.Subject?.Id));
    }

    [Fact]
    public void An_instance_takes_from_a_template_what_was_not_given()
    {
        var template = new Template
        {
            Id = "7",
            Image = "tpl:1",
            ImageAuth = "auth-1",
            StartCommand = "run",
            Entrypoint = "/bin/sh",
            RootfsSize = 80,
            MinCudaVersion = "11.8",
            Ports = [new("22/tcp"), new("80/http")],
            Envs = [Variable("A", "1"), Variable("B", "2")],
        };
        var given = new NewInstance
        {
            Command = "mine",
            Ports = [new("80/tcp"), new("81/tcp")],
            Variables = [new("B", "mine"), new("C", "3")],
        };

        var instance = given.Over(template);

        Assert.Equal(
            ("tpl:1", "auth-1", "mine", "/bin/sh", 80, "11.8"),
            (instance.ImageUrl, instance.ImageAuthId, instance.Command, instance.Entrypoint, instance.RootfsSize, instance.MinCudaVersion));
        Assert.Equal("22/tcp, 80/tcp, 81/tcp", string.Join(", ", instance.Ports));
        Assert.Equal("A=1 B=mine C=3", string.Join(' ', instance.Variables.Select(variable => $"{variable.Key}={variable.Value}")));
    }

    [Fact]
    public void A_password_that_is_given_takes_the_place_of_the_templates_credential() =>
        Assert.Null(new NewInstance { ImageAuth = "me:word" }.Over(new Template { Id = "7", ImageAuth = "auth-1" }).ImageAuthId);

    [Fact]
    public void A_cpu_instance_takes_no_disk_and_no_cuda_from_a_template()
    {
        var instance = new NewInstance { IsCpu = true }.Over(
            new Template { Id = "7", Image = "i", RootfsSize = 80, MinCudaVersion = "11.8" });

        Assert.Equal((null, null), (instance.RootfsSize, instance.MinCudaVersion));
    }

    [Fact]
    public void A_disk_of_a_template_that_is_too_small_for_an_instance_is_raised() =>
        Assert.Equal(10, new NewInstance().Over(new Template { Id = "7", RootfsSize = 5 }).RootfsSize);

    [Fact]
    public void Settings_are_described_without_the_values_of_variables()
    {
        var instance = new NewInstance { ImageUrl = "i:1", RootfsSize = 60, Ports = [new("22/tcp")], Variables = [new("TOKEN", "s3cret")] };

        Assert.Equal(["image: i:1", "root disk: 60 GB", "ports: 22/tcp", "environment variables: TOKEN"], instance.DescribeSettings());
    }

    private static EnvironmentVariable Variable(string key, string value) => new() { Key = key, Value = value };

    private static Task<Session> StartAsync(TemplateOptions? options = null) =>
        Session.StartAsync(new SimulatorOptions { Instances = 0, Templates = options ?? new() });
}
