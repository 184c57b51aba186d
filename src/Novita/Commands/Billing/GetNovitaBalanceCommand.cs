using System.Management.Automation;
using Novita.Commands.Base;

namespace Novita.Commands;

/// <summary>Gets the balance of the account.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaBalance")]
[OutputType(typeof(Balance))]
public sealed class GetNovitaBalanceCommand : ConnectedCommand
{
    private protected override void Process()
    {
        foreach (var session in ResolveSessions())
        {
            var balance = Await(() => session.Client.GetBalanceAsync(Call));
            balance.SessionName = session.Name;
            WriteObject(balance);
        }
    }
}
