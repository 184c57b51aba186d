using System.Security.Cryptography;
using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Credentials;

/// <summary><c>/repository/auths</c>, and <c>/repository/auth/save</c> and <c>delete</c>.</summary>
public sealed class CredentialArea : IArea
{
    private readonly CredentialOptions _options;
    private readonly Fleet _fleet;
    private readonly Dictionary<string, int> _late = [];

    internal CredentialArea(CredentialOptions options, Fleet fleet)
    {
        _options = options;
        _fleet = fleet;
    }

    /// <summary>The credentials; at first there are none.</summary>
    public SimulatedRows<SimulatedCredential> Rows { get; } = new();

    void IArea.Map(RouteTable routes)
    {
        routes.List("/repository/auths", ListOptions.Whole(), Rows, _ => row => !IsLate(row.Id));
        routes.Post("/repository/auth/save", Save);
        routes.Post("/repository/auth/delete", Delete);
    }

    private bool IsLate(string id)
    {
        lock (_late)
        {
            return _late.TryGetValue(id, out var left) && (_late[id] = left - 1) >= 0;
        }
    }

    private IResult Save(Members body)
    {
        var credential = new SimulatedCredential
        {
            Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Name = body.RequiredText("name", 1, 255),
            Username = body.RequiredText("username", 1, 511),
            Password = body.RequiredText("password", 1, 1024),
        };
        body.End();
        lock (_late)
        {
            _late[credential.Id] = _options.LateBy;
        }

        Rows.Add(credential);
        _options.DuringSave?.Invoke(Rows);
        return _options.SaveAnswersNothing ? Results.NoContent() : JsonReply.Of(new { });
    }

    private IResult Delete(Members body)
    {
        var id = body.RequiredText("id", 1, 255);
        body.End();
        if (_fleet.Snapshot().Any(instance => instance.Status != "removed" && instance.ImageAuthId == id))
        {
            return new ApiError(400, "IMAGE_AUTH_IN_USE", "the image auth is in use");
        }

        return Rows.Remove(id) ? JsonReply.Of(new { }) : ApiError.ResourceNotFound;
    }
}
