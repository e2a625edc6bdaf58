namespace ProgressBot.Core.Dialogs;

/// <summary>Finds what would go wrong while people talk: names without C#, steps that do not exist, wording that is missing in a language.</summary>
public static class DialogCheck
{
    /// <summary>Dialogs that the engine itself starts.</summary>
    static readonly string[] BuiltIn = ["enroll", "join"];

    /// <summary>One line per fault, with file and line where there is one; empty when all is well.</summary>
    public static IReadOnlyList<string> Check(DialogBook book, DialogNames names) =>
    [
        .. book.Dialogs.Values.SelectMany(dialog => Names(dialog, names)),
        .. book.Dialogs.Values.SelectMany(dialog => Targets(book, dialog)),
        .. book.Dialogs.Values.SelectMany(dialog => book.Wordings.Values.SelectMany(wording => Texts(dialog, wording))),
        .. Commands(book),
        .. Languages(book),
    ];

    static IEnumerable<string> Names(DialogFile dialog, DialogNames names)
    {
        if (dialog.Listens is { } listens && !names.Readers.ContainsKey(listens)) yield return $"{dialog.Place}: nothing is called '{listens}' (listens)";
        if (dialog.Needs is not (null or "people" or "delivery" or "digest")) yield return $"{dialog.Place}: nothing is called '{dialog.Needs}' (needs)";
        if (dialog.About is { } about && !names.Subjects.ContainsKey(about)) yield return $"{dialog.Place}: nothing is called '{about}' (about)";
        foreach (var (step, needed) in dialog.Steps.SelectMany(step => Needed(step, names), (step, needed) => (step, needed)))
            if (dialog.IndexOf(needed) < 0) yield return $"{step.Place}: '{step.Name}' needs a step '{needed}'";
        foreach (var role in dialog.For.Where(role => DialogNames.Role(role) == People.Roles.None)) yield return $"{dialog.Place}: '{role}' is no role";
        foreach (var (step, kind, name, known) in dialog.Steps.SelectMany(step => Used(step, names)))
            if (!known) yield return $"{step.Place}: nothing is called '{name}' ({kind})";
    }

    static IEnumerable<string> Needed(Step step, DialogNames names) => step.Verb switch
    {
        Verb.Do => names.Answers.GetValueOrDefault(step.Name) ?? [],
        Verb.Ask => names.Targets.GetValueOrDefault(step.Read) ?? [],
        _ => [],
    };

    static IEnumerable<(Step Step, string Kind, string Name, bool Known)> Used(Step step, DialogNames names)
    {
        if (step.Verb == Verb.Do) yield return (step, "do", step.Name, names.Actions.ContainsKey(step.Name));
        if (step.Verb == Verb.Ask) yield return (step, "read", step.Read, names.Readers.ContainsKey(step.Read));
        if (step.When is { } when) yield return (step, "when", when.Fact, names.Facts.ContainsKey(when.Fact));
        if (step.View is { } view) yield return (step, "view", view, names.Views.ContainsKey(view));
        if (step.Choices is { } choices) yield return (step, "choices", choices, names.Choices.ContainsKey(choices));
    }

    static IEnumerable<string> Targets(DialogBook book, DialogFile dialog)
    {
        foreach (var step in dialog.Steps)
            foreach (var target in step.On.Values.Append(step.Then).OfType<string>())
                if (!Exists(book, dialog, target)) yield return $"{step.Place}: there is no step '{target}'";
        foreach (var step in dialog.Steps.Where(step => step.ContinueAs is { } other && (!book.Dialogs.ContainsKey(other) || other == dialog.Name)))
            yield return $"{step.Place}: there is no other dialog '{step.ContinueAs}'";
        foreach (var step in dialog.Steps.Where(step => step.Verb != Verb.Ask && step.Then?.StartsWith('/') == true))
            yield return $"{step.Place}: only a question can lead to another dialog";
        foreach (var step in dialog.Steps.Where(step => step.On.Keys.Except(step.Buttons).Any()))
            yield return $"{step.Place}: on: names a button that the step does not have";
        foreach (var twice in dialog.Steps.GroupBy(step => step.Name).Where(group => group.Count() > 1))
            yield return $"{twice.Last().Place}: step '{twice.Key}' stands twice";
        foreach (var step in dialog.Steps.Where(step => step.Verb != Verb.Ask && step.When is null && step.Then is { } then && dialog.IndexOf(then) is >= 0 and var index && index <= dialog.IndexOf(step.Name)))
            if (!dialog.Steps.Skip(dialog.IndexOf(step.Then!)).Take(dialog.IndexOf(step.Name) - dialog.IndexOf(step.Then!)).Any(between => between is { Verb: Verb.Ask, When: null }))
                yield return $"{step.Place}: goes back to '{step.Then}' without waiting for anybody";
        if (dialog.Aside && dialog.Steps.Any(step => step.Verb == Verb.Ask)) yield return $"{dialog.Place}: a dialog on the side cannot ask";
    }

    static bool Exists(DialogBook book, DialogFile dialog, string target) =>
        target == "end" || (target.StartsWith('/') ? book.Dialogs.ContainsKey(target[1..]) : dialog.IndexOf(target) >= 0);

    static IEnumerable<string> Texts(DialogFile dialog, Wording wording)
    {
        foreach (var step in dialog.Steps)
        {
            var key = $"{dialog.Name}.{step.Name}.{(step.Verb == Verb.Say ? "say" : "ask")}";
            if (step.Verb != Verb.Do && step.View is null && !wording.Has(key)) yield return $"locales/{wording.Locale}.yaml: '{key}' is missing";
            foreach (var button in step.Buttons.Where(button => !wording.Has($"{dialog.Name}.{step.Name}.{button}") && !wording.Has($"buttons.{button}")))
                yield return $"locales/{wording.Locale}.yaml: 'buttons.{button}' is missing";
        }
    }

    static IEnumerable<string> Commands(DialogBook book)
    {
        foreach (var command in book.Commands.Names.Where(name => !book.Dialogs.ContainsKey(name)))
            yield return $"locales: commands.{command} starts no dialog";
        foreach (var dialog in book.Dialogs.Values.Where(dialog => dialog.Listens is null && !BuiltIn.Contains(dialog.Name) && !book.Commands.Names.Contains(dialog.Name)))
            yield return $"{dialog.Place}: no word starts dialog '{dialog.Name}'";
    }

    // every language says the same things about the same facts
    static IEnumerable<string> Languages(DialogBook book)
    {
        var first = book.Wording(DialogBook.DefaultLocale);
        foreach (var wording in book.Wordings.Values.Where(wording => wording != first))
        {
            foreach (var key in first.Keys.Except(wording.Keys)) yield return $"locales/{wording.Locale}.yaml: '{key}' is missing";
            foreach (var key in wording.Keys.Except(first.Keys)) yield return $"locales/{wording.Locale}.yaml: '{key}' stands in no other language";
            foreach (var key in first.WordKeys.Except(wording.WordKeys)) yield return $"locales/{wording.Locale}.yaml: the list '{key}' is missing";
            foreach (var key in first.Keys.Where(wording.Has))
                if (wording.Placeholders(key).Except(first.Placeholders(key)).ToList() is { Count: > 0 } unknown)
                    yield return $"locales/{wording.Locale}.yaml: '{key}' has {{{unknown[0]}}}, which nobody fills in";
        }
    }
}
