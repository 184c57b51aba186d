using System.Management.Automation.Language;
using Novita.Client;
using Novita.Errors;
using Novita.Sessions;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>
/// A cmdlet that creates one resource and writes it as the service shows it. Nothing is sent twice: where the service may have created
/// the resource, the error says how to look.
/// </summary>
/// <typeparam name="T">Its kind.</typeparam>
public abstract class NewCommand<T> : ConnectedCommand
    where T : Resource
{
    /// <summary>What a prompt says that is created.</summary>
    private protected abstract string Description { get; }

    /// <summary>What a prompt says that the cmdlet does.</summary>
    private protected virtual string ActionDescription => "Create";

    /// <summary>How to look whether the resource was created.</summary>
    private protected abstract string LookFirst { get; }

    /// <summary>Reads the parameters and checks them before anything is sent.</summary>
    /// <exception cref="NovitaException">A value is not allowed.</exception>
    private protected abstract void Check();

    /// <summary>Reads what is needed besides the parameters, before anything is created.</summary>
    /// <param name="session">The session in which it is created.</param>
    /// <exception cref="NovitaException">It could not be read, or does not go with the parameters.</exception>
    private protected virtual void Prepare(NovitaSession session)
    {
    }

    /// <summary>Creates the resource and returns its id.</summary>
    private protected abstract Task<string> CreateAsync(NovitaClient client);

    /// <summary>Reads the resource.</summary>
    private protected abstract Task<T> ReadAsync(Target<T> target);

    /// <summary>Waits for the new resource, if that is wanted.</summary>
    /// <returns>Whether it is as it was waited for; if not, an error was written.</returns>
    private protected virtual bool Arrives(Target<T> created) => true;

    /// <summary>Finds the sessions in which to create it, of which there must be one.</summary>
    private protected virtual IReadOnlyList<NovitaSession> FindSessions() => ResolveSessions();

    /// <summary>
    /// Finds the sessions as for a resource that is made from another: without <c>-Session</c>, the one the other was read through.
    /// </summary>
    /// <exception cref="NovitaException">The other is of another kind, or its session is not here.</exception>
    private protected IReadOnlyList<NovitaSession> FindSessions<TSource>(ResourceReference? source)
        where TSource : Resource
    {
        source?.Require<TSource>();
        return Session is null && source?.FindSession<TSource>(new SessionFactory(this)) is { } own ? [own] : ResolveSessions();
    }

    /// <summary>Says how to look for a resource by its name.</summary>
    private protected static string LookByName(string? name, string options = "") =>
        $"Look with {NounCmdlets.Get<T>()} -Name '{CodeGeneration.EscapeSingleQuotedStringContent(name)}'{options} before you try again.";

    private protected override void Process() => Create();

    /// <summary>Creates the resource and writes it.</summary>
    private protected void Create()
    {
        Check();
        if (FindSessions() is not [var session])
        {
            throw Limits.Invalid($"{Capital(Noun<T>.WithArticle)} is created in one session. Name one with -Session.");
        }

        Prepare(session);
        if (!ShouldProcess(Description, ActionDescription))
        {
            return;
        }

        var created = new Target<T>(session, Create(session.Client));
        try
        {
            if (Arrives(created))
            {
                WriteObject(session.Stamp(Await(() => ReadAsync(created))));
            }
        }
        catch (NovitaException error)
        {
            // It is there by now, and perhaps billed: whatever fails must tell its id.
            var problem = $"The {Noun<T>.Singular} was created with the id '{created.Id}', but could not be read back. {error.Message}";
            WriteError(new NovitaException(error.Kind, problem, error).ToErrorRecord(created.Id));
        }
    }

    private string Create(NovitaClient client)
    {
        try
        {
            return Await(() => CreateAsync(client));
        }
        catch (NovitaException error)
        {
            error.Advice = error.MayHaveHappened || error.HasHappened ? LookFirst : error.Kind == NovitaErrorKind.NotFound ? "Check the ids that were given." : null;
            throw;
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
