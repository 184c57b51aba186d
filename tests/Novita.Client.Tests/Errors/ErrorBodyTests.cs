namespace Novita.Client.Tests.Errors;

/// <summary>What a refusal or a redirect is to a script, by the shape of its body and by every name that the service documents.</summary>
public sealed class ErrorBodyTests
{
    [Theory]
    [InlineData("{\"code\":400,\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\",\"metadata\":{}}")]
    [InlineData("{\"code\":\"400\",\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\"}")]
    [InlineData("{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\"}")]
    [InlineData("{\"message\":\"RESOURCE_NOT_FOUND: it is gone\"}")]
    [InlineData("{\"error\":{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\"}}")]
    [InlineData("{\"error\":\"RESOURCE_NOT_FOUND: it is gone\"}")]
    [InlineData("{\"title\":\"RESOURCE_NOT_FOUND: it is gone\"}")]
    [InlineData("{\"msg\":\"RESOURCE_NOT_FOUND: it is gone\"}")]
    [InlineData("{\"Reason\":\"RESOURCE_NOT_FOUND\",\"MESSAGE\":\"it is gone\"}")]
    [InlineData("\uFEFF{\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\"}")]
    public async Task Name_and_words_are_found_in_every_shape(string body)
    {
        using var test = new TestClient(Answers.Json(400, body));

        var error = await test.FailAsync();

        Assert.Equal("RESOURCE_NOT_FOUND", error.Reason);
        Assert.Equal(NovitaErrorKind.NotFound, error.Kind);
        Assert.Equal(400, error.StatusCode);
        Assert.Contains("it is gone", error.Message, StringComparison.Ordinal);
        Assert.Contains("RESOURCE_NOT_FOUND, HTTP 400", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"reason":"INSUFFICIENT_RESOURCE","message":"none left"}""", "resource", NovitaErrorKind.CapacityUnavailable)]
    [InlineData("""{"message":"image not found"}""", "found", NovitaErrorKind.NotFound)]
    public async Task A_secret_that_is_a_word_of_the_service_does_not_change_the_kind_of_failure(
        string body, string secret, NovitaErrorKind expected)
    {
        using var test = new TestClient(Answers.Html(400, body));

        var error = await Assert.ThrowsAsync<NovitaException>(() =>
            test.Client.CreateInstanceAsync(Wanted.Gpu with { Variables = [new("NAME", secret)] }, test.Call));

        Assert.Equal(expected, error.Kind);
        Assert.DoesNotContain(secret, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_secret_that_looks_like_markup_is_masked_before_the_markup_is_dropped()
    {
        using var test = new TestClient(Answers.Html(400, "<p>no pass<b>word-hunter2, sorry</p>"));

        var error = await Assert.ThrowsAsync<NovitaException>(() =>
            test.Client.CreateInstanceAsync(Wanted.Gpu with { Variables = [new("TOKEN", "pass<b>word-hunter2")] }, test.Call));

        Assert.Contains("no ********, sorry", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_too_short_to_be_a_secret_masks_nothing()
    {
        using var test = new TestClient(Answers.Json(400, "{\"message\":\"gpuNum 1 is bad\"}"));

        var error = await Assert.ThrowsAsync<NovitaException>(() =>
            test.Client.CreateInstanceAsync(Wanted.Gpu with { Variables = [new("A", "1"), new("B", "bad"), new("C", "")] }, test.Call));

        Assert.Contains("gpuNum 1 is bad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_page_in_html_only_the_words_are_told()
    {
        using var test = new TestClient(Answers.Html(404, "<html><head><style>p { color: red }</style><script>alert(1)</script></head><body><h1>Not\n here</h1></body></html>"));

        var error = await test.FailAsync();

        Assert.Contains("Not here", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("color", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('<', error.Message);
    }

    [Fact]
    public async Task Only_a_403_in_html_is_a_gateways_and_says_nothing_about_the_key()
    {
        using var test = new TestClient(Answers.Html(403, "<html><body>Access denied. Error 1010</body></html>"));

        using var own = new TestClient(Answers.Json(403, "{\"code\":403,\"reason\":\"FORBIDDEN\",\"message\":\"no\"}"));

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.AccessDenied, error.Kind);
        Assert.DoesNotContain("gateway", (await own.FailAsync()).Message, StringComparison.Ordinal);
        Assert.Contains("gateway", error.Message, StringComparison.Ordinal);
        Assert.Contains("1010", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
    }

    [Theory]
    [InlineData(500, NovitaErrorKind.ServiceUnavailable, "UNKNOWN", "WALLET_NOT_FOUND", "LIST_BILL_ERROR")]
    [InlineData(503, NovitaErrorKind.ServiceUnavailable, "SERVICE_NOT_AVAILABLE")]
    [InlineData(429, NovitaErrorKind.RateLimited, "RATE_LIMIT_EXCEEDED", "SEND_CODE_TOO_FAST", "LIST_BILL_TOO_FAST")]
    [InlineData(401, NovitaErrorKind.ApiKeyRefused, "UNAUTHORIZED", "FAILED_TO_AUTH")]
    [InlineData(403, NovitaErrorKind.ApiKeyRefused, "INVALID_API_KEY", "MISSING_API_KEY", "FAILED_TO_AUTH", "UNAUTHORIZED")]
    [InlineData(400, NovitaErrorKind.ApiKeyRefused, "MISSING_API_KEY")]
    [InlineData(403, NovitaErrorKind.AccessDenied, "FORBIDDEN", "ACCESS_DENY", "NEED_REAL_NAME_VERIFY", "BILLING_AUTH_FAILED")]
    [InlineData(403, NovitaErrorKind.BalanceTooLow, "NOT_ENOUGH_BALANCE")]
    [InlineData(400, NovitaErrorKind.BalanceTooLow, "BALANCE_NOT_ENOUGH", "EXPIRED_OR_BALANCE_NOT_ENOUGH", "DE_BALANCE_NOT_ENOUGH")]
    [InlineData(404, NovitaErrorKind.NotFound, "API_NOT_FOUND")]
    [InlineData(
        400,
        NovitaErrorKind.NotFound,
        "RESOURCE_NOT_FOUND", "USER_NOT_FOUND", "INSTANCE_LOCAL_STORAGE_NOT_FOUND", "ORDER_NOT_FOUND", "NETWORK_STORAGE_NOT_FOUND",
        "IMAGE_NOT_FOUND", "NETWORK_NOT_FOUND", "JOB_NOT_FOUND", "SERVERLESS_ENDPOINT_NOT_FOUND", "SERVERLESS_WORKER_NOT_FOUND",
        "SERVERLESS_PRODUCT_NOT_FOUND", "TEMPLATE_NOT_FOUND")]
    [InlineData(400, NovitaErrorKind.ResourceBusy, "CONFLICT", "GPU_SPEC_USED")]
    [InlineData(400, NovitaErrorKind.InUse, "NETWORK_STORAGE_IN_USE", "IMAGE_AUTH_IN_USE", "NETWORK_IN_USE")]
    [InlineData(
        400,
        NovitaErrorKind.InvalidState,
        "DEPENDENT_RESOURCE_STATE", "CLUSTER_STATUS", "NODE_STATUS", "OPERATION_LIMIT", "PREPAID_INSTANCE_NOT_SUPPORT_RELEASE",
        "CREATING_INSTANCE_NOT_SUPPORT_RENEWAL")]
    [InlineData(400, NovitaErrorKind.CapacityUnavailable, "INSUFFICIENT_RESOURCE", "MIGRATE_INSUFFICIENT_RESOURCE")]
    [InlineData(400, NovitaErrorKind.QuotaExceeded, "CREATE_INSTANCE_LIMIT", "NETWORK_MAX_LIMIT")]
    [InlineData(
        400,
        NovitaErrorKind.RequestInvalid,
        "VALIDATOR_PARAM", "REQUEST", "INCORRECT_USER_SYNCER_REQUIRE_PARAMS", "SEND_MSG_ERROR", "GET_TOKEN_FAILED", "USER_ALREADY_EXISTS",
        "INVALID_USER_OR_PASSWORD", "INVALID_CODE", "USER_PHONE_NOT_CONSIST", "INVALID_PUBLIC_KEY", "USER_NOT_ACTIVATED",
        "USER_ALREADY_ACTIVATED", "INVALID_USER_TOKEN", "BANNED_USER", "INVALID_COMMAND_PARAM", "WALLET_UNSUPPORT_RECHARGE_METHOD",
        "UNSUPPORTED_BILLING_MODE", "SAVING_PLAN_ALREADY_EXISTS", "NETWORK_STORAGE_TOO_LARGE", "CUR_CLUSTER_NETWORK_STORAGE_NOT_SUPPORT",
        "NETWORK_STORAGE_UNAVAILABLE", "SERVERLESS_APP_NAME_IS_EXIST", "TEMPLATE_IS_PRIVATE", "INVALID_PRODUCT_CATEGORY",
        "INVALID_BILL_CYCLE", "CUDA_VERSION_INCOMPATIBLE")]
    public async Task A_name_decides_the_kind(int status, NovitaErrorKind kind, params string[] names)
    {
        foreach (var name in names)
        {
            using var test = new TestClient(
                options => options with { MaximumRetryCount = 0 },
                Answers.Json(status, $$$"""{"code":{{{status}}},"reason":"{{{name}}}","message":"words","metadata":{}}"""));

            var error = await test.FailAsync();

            Assert.Equal((kind, name, status), (error.Kind, error.Reason, error.StatusCode));
        }
    }

    [Theory]
    [InlineData(400, "resource not fount", NovitaErrorKind.NotFound)]
    [InlineData(400, "Invalid state change", NovitaErrorKind.InvalidState)]
    [InlineData(402, "no", NovitaErrorKind.BalanceTooLow)]
    [InlineData(409, "no", NovitaErrorKind.ResourceBusy)]
    [InlineData(410, "no", NovitaErrorKind.NotFound)]
    [InlineData(451, "no", NovitaErrorKind.AccessDenied)]
    [InlineData(500, "BALANCE_NOT_ENOUGH", NovitaErrorKind.BalanceTooLow)]
    public async Task Without_a_name_the_status_or_the_words_decide_the_kind(int status, string words, NovitaErrorKind kind)
    {
        using var test = new TestClient(
            options => options with { MaximumRetryCount = 0 }, Answers.Json(status, $$"""{"message":"{{words}}"}"""));

        Assert.Equal(kind, (await test.FailAsync()).Kind);
    }

    [Theory]
    [InlineData(301, "https://evil.example/steal?token=hunter2", "https://evil.example")]
    [InlineData(302, "https://evil.example:8443/hunter2#hunter2", "https://evil.example:8443")]
    [InlineData(307, "/login/hunter2", "https://api.novita.ai")]
    [InlineData(308, "//evil.example/hunter2", "https://evil.example")]
    [InlineData(302, "https://user:hunter2@evil.example/", "evil.example")]
    [InlineData(302, "https://" + TestClient.Key + ".example/", "https://********.example")]
    [InlineData(302, "//", null)]
    [InlineData(302, "http://", null)]
    [InlineData(302, "https://[", null)]
    [InlineData(302, "", null)]
    [InlineData(302, "mailto:hunter2@example.com", null)]
    public async Task A_redirect_is_refused_by_its_host_and_not_followed(int status, string location, string? host)
    {
        using var test = new TestClient(Answers.Redirect(status, location), Answers.Page());

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.Equal(status, error.StatusCode);
        Assert.Contains(host is null ? "" : $"{host} ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, test.Handler.Count);
    }
}
