using System.Net;
using System.Security;
using Novita.Demo.Hosting;

namespace Novita.Tests.Fixtures;

/// <summary>A host whose user answers every masked prompt with the same text.</summary>
public sealed class PromptingHost : TextHost
{
    private readonly PromptingUI _ui;

    public PromptingHost(string answer)
        : this(new PromptingUI(answer))
    {
    }

    private PromptingHost(PromptingUI ui)
        : base(ui) => _ui = ui;

    public int Prompts => _ui.Prompts;

    private sealed class PromptingUI : TextHostUI
    {
        private readonly string _answer;

        public PromptingUI(string answer)
            : base(TextWriter.Null, 120, colour: false) => _answer = answer;

        public int Prompts { get; private set; }

        public override SecureString ReadLineAsSecureString()
        {
            Prompts++;
            return new NetworkCredential("", _answer).SecurePassword;
        }
    }
}
