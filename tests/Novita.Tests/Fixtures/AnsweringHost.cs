using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using Novita.Demo.Hosting;

namespace Novita.Tests.Fixtures;

/// <summary>A host that keeps what it shows, and whose user answers every question with the same choice, or the same secret.</summary>
public sealed class AnsweringHost : TextHost
{
    private readonly AnsweringUI _ui;

    public AnsweringHost(string answer = "No")
        : this(new AnsweringUI(new StringWriter(), answer))
    {
    }

    private AnsweringHost(AnsweringUI ui)
        : base(ui) => _ui = ui;

    /// <summary>The questions so far.</summary>
    public IReadOnlyList<string> Questions => _ui.Questions;

    /// <summary>How often a text was asked for, masked.</summary>
    public int MaskedPrompts => _ui.MaskedPrompts;

    /// <summary>Everything that was shown.</summary>
    public string Shown => _ui.Shown.ToString();

    private sealed class AnsweringUI : TextHostUI
    {
        private readonly string _answer;

        public AnsweringUI(StringWriter shown, string answer)
            : base(shown, 200, colour: false)
        {
            Shown = shown;
            _answer = answer;
        }

        public StringWriter Shown { get; }

        public List<string> Questions { get; } = [];

        public int MaskedPrompts { get; private set; }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Add(message);
            return choices.IndexOf(choices.Single(choice => choice.Label.Replace("&", "", StringComparison.Ordinal) == _answer));
        }

        public override SecureString ReadLineAsSecureString()
        {
            MaskedPrompts++;
            return new NetworkCredential("", _answer).SecurePassword;
        }
    }
}
