using System.Management.Automation.Language;
using Novita.Client;
using Novita.Errors;
using Novita.Sessions;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>
/// A cmdlet that creates one resource and writes it. A create is never sent twice: if the service may have created the resource, the
/// error says so and how to check.
/// </summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public abstract class NewCommand<T> : ConnectedCommand
    where T : Resource
{
    /// <summary>The new resource, as the prompt names it.</summary>
    private protected abstract string Description { get; }

    /// <summary>The action, as the prompt names it.</summary>
    private protected virtual string ActionDescription => "Create";

    /// <summary>The advice of an error after which the resource may exist: how to check before a second attempt.</summary>
    private protected abstract string RetryAdvice { get; }

    /// <summary>Reads the parameters and checks them before anything is sent.</summary>
    /// <exception cref="NovitaException">A value is not allowed.</exception>
    private protected abstract void Check();

    /// <summary>Reads what the create needs beside the parameters.</summary>
    /// <param name="session">The session in which the resource is created.</param>
    /// <exception cref="NovitaException">Something could not be read, or contradicts the parameters.</exception>
    private protected virtual void Prepare(NovitaSession session)
    {
    }

    /// <summary>Creates the resource and returns its id.</summary>
    private protected abstract Task<string> CreateAsync(NovitaClient client);

    /// <summary>Reads the resource.</summary>
    private protected abstract Task<T> ReadAsync(Target<T> target);

    /// <summary>Waits until the new resource is ready, if the user asked for that.</summary>
    /// <returns>False if the wait failed; then this method has written an error.</returns>
    private protected virtual bool WaitUntilReady(Target<T> created) => true;

    /// <summary>Returns the sessions to create in. More than one is an error.</summary>
    private protected virtual IReadOnlyList<NovitaSession> FindSessions() => ResolveSessions();

    /// <summary>
    /// Returns the sessions to create in for a resource that is made from another. Without <c>-Session</c>, that is the session through
    /// which the source was read.
    /// </summary>
    /// <exception cref="NovitaException">The source has another type, or its session does not exist here.</exception>
    private protected IReadOnlyList<NovitaSession> FindSessions<TSource>(ResourceReference? source)
        where TSource : Resource
    {
        source?.Require<TSource>();
        return Session is null && source?.FindSession<TSource>(new SessionFactory(this)) is { } own ? [own] : ResolveSessions();
    }

    /// <summary>Returns the advice to look for the resource by its name.</summary>
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
            if (WaitUntilReady(created))
            {
                WriteObject(session.Stamp(Await(() => ReadAsync(created))));
            }
        }
        catch (NovitaException error)
        {
            // The resource exists and may be billed, so every error must name its id.
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
            error.Advice = error.MayHaveHappened || error.HasHappened ? RetryAdvice
                : error.Kind == NovitaErrorKind.NotFound ? "Check the ids that were given."
                : null;
            throw;
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
