using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Dialogs;

/// <summary>What the wordings say of one step, put together once: a book does not change.</summary>
sealed class StepWords
{
    readonly Dictionary<Wording, Button[]> _buttons = [];
    readonly Dictionary<string, string> _tapped = [];

    public StepWords(DialogBook book, DialogFile dialog, Step step)
    {
        Key = $"{dialog.Name}.{step.Name}";
        foreach (var wording in book.Wordings.Values)
        {
            var texts = step.Buttons.Select(button => wording.Text(wording.Has($"{Key}.{button}") ? $"{Key}.{button}" : $"buttons.{button}")).ToArray();
            _buttons[wording] = [.. texts.Select(text => new Button(text))];
            for (var index = 0; index < texts.Length; index++) _tapped.TryAdd(InputText.Fold(texts[index]), step.Buttons[index]);
        }
    }

    /// <summary>Dialog and step, as they stand in wording keys.</summary>
    public string Key { get; }

    /// <summary>The buttons that are always there.</summary>
    public IReadOnlyList<Button> Buttons(Wording wording) => _buttons[wording];

    /// <summary>The button whose words somebody sent, in any language: a colleague may have switched, or types what an older message showed. Null for other words.</summary>
    /// <param name="text">Folded.</param>
    public string? Tapped(string text) => _tapped.GetValueOrDefault(text);
}
