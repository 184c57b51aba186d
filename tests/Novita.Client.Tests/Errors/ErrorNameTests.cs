using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Errors;

/// <summary>Every name that the service is documented to give an error, and what kind of error that is to a script.</summary>
public sealed class ErrorNameTests
{
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
}
