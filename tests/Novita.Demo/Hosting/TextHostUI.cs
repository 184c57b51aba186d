using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Novita.Demo.Hosting;

/// <summary>The user interface of a <see cref="TextHost"/>.</summary>
public class TextHostUI : PSHostUserInterface
{
    private readonly TextWriter _output;

    /// <summary>Makes the user interface.</summary>
    public TextHostUI(TextWriter output, int width, bool colour)
    {
        _output = output;
        RawUI = new TextHostRawUI(width);
        SupportsVirtualTerminal = colour;
    }

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; }

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal { get; }

    /// <inheritdoc/>
    public override void Write(string value) => _output.Write(GetOutputString(value, SupportsVirtualTerminal));

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => _output.WriteLine(GetOutputString(value, SupportsVirtualTerminal));

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => WriteLine(value);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    /// <inheritdoc/>
    public override string ReadLine() => throw NobodyAnswers();

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw NobodyAnswers();

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw NobodyAnswers();

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw NobodyAnswers();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw NobodyAnswers();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw NobodyAnswers();

    private static PSInvalidOperationException NobodyAnswers() =>
        new("Nobody is asked here. Add -Confirm:$false, or -WhatIf to see what would be done.");
}
