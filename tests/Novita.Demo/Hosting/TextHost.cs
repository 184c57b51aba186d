using System.Globalization;
using System.Management.Automation.Host;

namespace Novita.Demo.Hosting;

/// <summary>A host that shows everything on a writer, as a console of a given width would, and answers no prompt.</summary>
public class TextHost : PSHost
{
    private readonly TextHostUI _ui;

    /// <summary>Makes a host.</summary>
    /// <param name="output">Takes the output.</param>
    /// <param name="width">Columns of a line.</param>
    /// <param name="colour">Whether escape sequences for colour are wanted.</param>
    public TextHost(TextWriter output, int width, bool colour)
        : this(new TextHostUI(output, width, colour))
    {
    }

    /// <summary>Makes a host with a user interface of its own.</summary>
    protected TextHost(TextHostUI ui) => _ui = ui;

    /// <inheritdoc/>
    public override string Name => "Novita Demo";

    /// <inheritdoc/>
    public override Version Version { get; } = new(1, 0);

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override PSHostUserInterface UI => _ui;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode)
    {
    }
}
