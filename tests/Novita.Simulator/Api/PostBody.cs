using System.Text.Json;
using Novita.Simulator.Api.Bodies;
using Novita.Simulator.Faults;

namespace Novita.Simulator.Api;

/// <summary>Gives handlers the JSON body of a request, and turns their refusals into replies.</summary>
internal static class PostBody
{
    public static Func<HttpContext, IResult> Read(Func<Members, IResult> handle) => context =>
    {
        try
        {
            if (!context.Request.HasJsonContentType())
            {
                throw new Refusal(ApiError.InvalidParameter("Content-Type", "value must be application/json"));
            }

            using var document = Parse(context.Request.Body);
            return handle(Members.Of(document.RootElement));
        }
        catch (Refusal refusal)
        {
            return refusal.Error;
        }
    };

    private static JsonDocument Parse(Stream body)
    {
        try
        {
            // In memory since it was put on record.
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw new Refusal(ApiError.InvalidParameter("body", "it is not JSON"));
        }
    }
}
