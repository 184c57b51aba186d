using Novita.Client.Requests;
using Novita.Simulator;
using Novita.Simulator.Areas.Credentials;

namespace Novita.Client.Tests.Templates;

/// <summary>Registry credentials, whose creation does not say which is the new one.</summary>
public sealed class RegistryCredentialTests
{
    private static readonly NewRegistryCredential s_new = new() { Name = "ghcr", Username = "me", Password = "s3cret-word" };

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    public async Task The_new_credential_is_found_by_looking_before_and_after_beside_one_of_the_same_name(bool answersNothing, int lateBy)
    {
        await using var session = await StartAsync(new() { SaveAnswersNothing = answersNothing, LateBy = lateBy });
        session.Service.Credentials.Rows.Load(Twin("old"));

        var id = await session.Client.CreateRegistryCredentialAsync(s_new, session.Call);

        Assert.Equal(session.Service.Credentials.Rows.Snapshot()[0].Id, id);
        Assert.Equal("""{"name":"ghcr","username":"me","password":"s3cret-word"}""", Assert.Single(session.Service.Requests.Changing).Body);
        Assert.Equal(3 + lateBy, session.Service.Requests.Count);
    }

    [Fact]
    public async Task A_credential_that_another_client_makes_at_the_same_time_is_told_apart_by_its_name()
    {
        await using var session = await StartAsync(new() { DuringSave = rows => rows.Add(Twin("other") with { Name = "docker" }) });

        var id = await session.Client.CreateRegistryCredentialAsync(s_new, session.Call);

        Assert.Equal(session.Service.Credentials.Rows.Snapshot()[1].Id, id);
    }

    [Fact]
    public async Task Two_new_credentials_alike_are_an_error_that_says_it_was_created_and_names_both()
    {
        await using var session = await StartAsync(new() { DuringSave = rows => rows.Add(Twin("other")) });

        var error = await Assert.ThrowsAsync<NovitaException>(() => session.Client.CreateRegistryCredentialAsync(s_new, session.Call));

        Assert.True(error.HasHappened);
        Assert.StartsWith(
            "The registry credential was created, but the service did not say its id, and the list shows 2 new ones like it: other, ",
            error.Message,
            StringComparison.Ordinal);
        Assert.Single(session.Service.Requests.Changing);
    }

    [Fact]
    public async Task A_credential_that_the_list_never_shows_is_an_error_that_says_it_was_created()
    {
        await using var session = await StartAsync(new() { LateBy = 100 });

        var error = await Assert.ThrowsAsync<NovitaException>(() => session.Client.CreateRegistryCredentialAsync(s_new, session.Call));

        Assert.True(error.HasHappened);
        Assert.EndsWith("the list does not show it.", error.Message, StringComparison.Ordinal);
        Assert.Single(session.Service.Requests.Changing);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_afterwards_is_an_error_that_says_it_was_created()
    {
        using var test = new TestClient(Answers.Json(200, """{"data":[]}"""), Answers.Json(200, "{}"), Answers.Status(403));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.CreateRegistryCredentialAsync(s_new, test.Call));

        Assert.True(error.HasHappened);
        Assert.Equal(NovitaErrorKind.AccessDenied, error.Kind);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_before_creates_nothing()
    {
        using var test = new TestClient(Answers.Status(403));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.CreateRegistryCredentialAsync(s_new, test.Call));

        Assert.False(error.HasHappened);
        Assert.Single(test.Handler.Requests);
    }

    [Fact]
    public async Task The_password_of_the_list_is_a_secret_and_masked_in_other_members()
    {
        await using var session = await StartAsync(new());
        session.Service.Credentials.Rows.Load(Twin("a") with { Extra = new() { ["note"] = "login me:hunter2-hunter2" } });

        var credential = await session.Client.GetRegistryCredentialAsync("a", session.Call);

        Assert.Equal("hunter2-hunter2", credential.Password?.Reveal());
        Assert.DoesNotContain("hunter2", $"{credential.GetAdditionalData()["note"]}", StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", $"{credential} {credential.Password}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_quotes_the_password_is_shown_without_it()
    {
        using var test = new TestClient(
            Answers.Json(200, """{"data":[]}"""),
            Answers.Json(400, """{"code":400,"reason":"VALIDATOR_PARAM","message":"bad password s3cret-word"}"""));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.CreateRegistryCredentialAsync(s_new, test.Call));

        Assert.DoesNotContain("s3cret-word", error.ToString(), StringComparison.Ordinal);
    }

    private static Task<Session> StartAsync(CredentialOptions options) =>
        Session.StartAsync(new SimulatorOptions { Instances = 0, Credentials = options });

    private static SimulatedCredential Twin(string id) => new() { Id = id, Name = "ghcr", Username = "me", Password = "hunter2-hunter2" };
}
