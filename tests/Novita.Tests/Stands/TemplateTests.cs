using System.Text.Json.Nodes;
using Novita.Simulator;
using Novita.Simulator.Areas.Templates;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Stands;

/// <summary>The cmdlets of templates, and instances that are created from one.</summary>
public sealed class TemplateTests : ServiceTest
{
    private static readonly SimulatedTemplate s_full = new()
    {
        Id = "7",
        Name = "web",
        Image = "tpl:1",
        ImageAuth = "auth-1",
        StartCommand = "run",
        Entrypoint = "/bin/sh",
        RootfsSize = 80,
        Ports = [new("tcp", [22, 80]), new("http", [8888])],
        Envs = [new("MODE", "x"), new("TOKEN", "hunter2-hunter2")],
        MinCudaVersion = "11.8",
        Readme = "# Web\u001b[31m",
    };

    [Fact]
    public async Task A_template_is_created_with_the_names_of_an_instances_parameters()
    {
        var service = await StartAsync(0);

        var template = Connect(service).Output("""
            New-NovitaTemplate web -ImageUrl tpl:1 -ImageAuthId auth-1 -Command run -Entrypoint /bin/sh -RootfsSize 80 `
                -MinCudaVersion 11.8 -Port 22/tcp, 8888/http, 80/tcp -EnvironmentVariable @{ MODE = 'x' } -Readme '# Web'
            """).Single();

        AssertJson(
            """
            {"template":{"name":"web","readme":"# Web","type":"instance","channel":"private","image":"tpl:1","imageAuth":"auth-1",
            "startCommand":"run","entrypoint":"/bin/sh","rootfsSize":80,
            "ports":[{"type":"tcp","ports":[22,80]},{"type":"http","ports":[8888]}],
            "envs":[{"key":"MODE","value":"x"}],"minCudaVersion":"11.8"}}
            """,
            service.Requests.Changing.Single().Body);
        Assert.Equal(
            (service.Templates.Rows.Snapshot().Single().Id, "web", "tpl:1", "22/tcp, 80/tcp, 8888/http"),
            (Value(template, "Id"), Value(template, "Name"), Value(template, "Image"), $"{Value(template, "Ports")}"));
    }

    [Fact]
    public async Task A_template_that_the_list_does_not_show_yet_comes_back_all_the_same()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Templates = new() { ListIsLate = true } });
        var shell = Connect(service);

        Assert.Equal("web", Value(shell.Output("New-NovitaTemplate web -ImageUrl i -RootfsSize 60").Single(), "Name"));
        Assert.Empty(shell.Output("Get-NovitaTemplate"));
    }

    [Fact]
    public async Task A_template_is_made_from_an_instance_and_what_is_given_wins()
    {
        var service = await StartAsync(new SimulatedInstance
        {
            Id = "i1",
            ImageUrl = "i:1",
            ImageAuthId = "auth-1",
            Command = "run",
            RootfsSize = 70,
            PortMappings = [new(22, "tcp"), new(80, "http")],
            Envs = [new("A", "1"), new("B", "2")],
        });

        Connect(service).Output("""
            Get-NovitaInstance | ForEach-Object {
                New-NovitaTemplate web -FromInstance $_ -Port 80/tcp -EnvironmentVariable @{ B = 'mine' } -Command ''
            }
            """);

        AssertJson(
            """
            {"template":{"name":"web","type":"instance","channel":"private","image":"i:1","imageAuth":"auth-1","startCommand":"",
            "rootfsSize":70,"ports":[{"type":"tcp","ports":[22,80]}],"envs":[{"key":"A","value":"1"},{"key":"B","value":"mine"}]}}
            """,
            service.Requests.Changing.Single().Body);
    }

    [Fact]
    public async Task Set_changes_what_is_named_and_keeps_the_rest()
    {
        var service = await StoredAsync();

        var changed = Connect(service)
            .Output("Set-NovitaTemplate 7 -Name new -Port 9000/tcp -Entrypoint '' -ImageAuthId '' -EnvironmentVariable @{} -PassThru")
            .Single();

        AssertJson(
            """
            {"template":{"Id":"7","name":"new","readme":"# Web\u001b[31m","type":"instance","channel":"private","image":"tpl:1",
            "imageAuth":"","startCommand":"run","entrypoint":"","rootfsSize":80,
            "ports":[{"type":"tcp","ports":[9000]}],"envs":[],"minCudaVersion":"11.8"}}
            """,
            service.Requests.Changing.Single().Body);
        Assert.Equal(("new", "9000/tcp"), (Value(changed, "Name"), $"{Value(changed, "Ports")}"));
    }

    [Fact]
    public async Task Parameters_that_are_given_win_and_ports_and_variables_are_merged()
    {
        var service = await StoredAsync();

        Connect(service).Output("""
            Get-NovitaTemplate | ForEach-Object {
                New-NovitaInstance -Template $_ -ProductId 4090.16c62g -GpuNum 1 -ImageUrl mine:2 -RootfsSize 100 -Command sleep `
                    -Port 80/http, 81/tcp -EnvironmentVariable @{ MODE = 'y'; EXTRA = 'z' } -MinCudaVersion 12.4 -Confirm:$false
            }
            """);

        AssertJson(
            """
            {"productId":"4090.16c62g","gpuNum":1,"rootfsSize":100,"imageUrl":"mine:2","imageAuthId":"auth-1",
            "ports":"22/tcp, 8888/http, 80/http, 81/tcp",
            "envs":[{"key":"TOKEN","value":"hunter2-hunter2"},{"key":"EXTRA","value":"z"},{"key":"MODE","value":"y"}],
            "command":"sleep","entrypoint":"/bin/sh","kind":"gpu","minCudaVersion":"12.4"}
            """,
            service.Requests.Changing.Single().Body);
    }

    [Fact]
    public async Task WhatIf_with_Verbose_shows_what_would_be_sent_without_a_value_of_a_variable()
    {
        var service = await StoredAsync();

        var run = Connect(service).Invoke("New-NovitaInstance -Template 7 -ProductId 4090.16c62g -GpuNum 1 -Port 81/tcp -WhatIf -Verbose");

        Assert.Equal(
            [
                "image: tpl:1", "registry credential: auth-1", "command: run", "entrypoint: /bin/sh", "root disk: 80 GB",
                "ports: 22/tcp, 80/tcp, 8888/http, 81/tcp", "environment variables: MODE, TOKEN", "CUDA: 11.8 or later",
            ],
            run.Verbose.Take(8));
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task An_instance_is_created_in_the_session_of_its_template()
    {
        var (one, two) = (await StoredAsync(), await StoredAsync());

        ConnectBoth(one, two).Output(
            "New-NovitaInstance -Template (Get-NovitaTemplate -Session one) -ProductId 4090.16c62g -GpuNum 1 -Confirm:$false");

        Assert.Single(one.Requests.Changing);
        Assert.Empty(two.Requests.Changing);
    }

    [Fact]
    public async Task A_template_that_does_not_exist_creates_nothing()
    {
        var service = await StoredAsync();

        var run = Connect(service).Invoke("New-NovitaInstance -Template 99 -ProductId 4090.16c62g -GpuNum 1 -Confirm:$false");

        Assert.Equal("NotFound", run.ErrorId);
        Assert.Contains("This was template '99'.", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Get-NovitaTemplate", run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Get-NovitaTemplate | Format-List")]
    [InlineData("Get-NovitaTemplate | Format-Table")]
    [InlineData("Get-NovitaTemplate | ConvertTo-Csv")]
    public async Task No_writer_shows_a_value_of_a_variable_and_no_view_sends_control_characters_to_the_terminal(string script)
    {
        var text = Connect(await StoredAsync()).Texts($"$PSStyle.OutputRendering = 'PlainText'; {script} | Out-String -Width 400").Single();

        Assert.Contains("web", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.True(script.EndsWith("Csv", StringComparison.Ordinal) || !text.Contains('\u001b', StringComparison.Ordinal), text);
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    private async Task<SimulatedService> StoredAsync()
    {
        var service = await StartAsync(0);
        service.Templates.Rows.Load(s_full);
        return service;
    }
}
