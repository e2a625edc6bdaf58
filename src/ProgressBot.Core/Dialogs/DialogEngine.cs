using System.Collections.Concurrent;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Dialogs;

/// <summary>
/// The conversation: (session, input, facts) → (session, replies, events). Pure; the same input gives the same talk.
/// What is typed is taken in this order: a button of the waiting step, a command, the answer to the waiting step, free text that a dialog listens for.
/// </summary>
public sealed class DialogEngine(DialogBook book, DialogNames names)
{
    /// <summary>Steps without a wait between them; more is a loop in a flow file.</summary>
    const int MostSteps = 50;

    const string Enroll = "enroll";
    const string Join = "join";
    const string End = "end";

    readonly ConcurrentDictionary<Step, StepWords> _words = new(ReferenceEqualityComparer.Instance);

    public TurnResult Advance(Session session, Incoming input, Facts facts)
    {
        var turn = new Turn(book, session, input, facts);
        Forget(turn);
        if (facts.Person is null) Welcome(turn);
        else Take(turn);
        session.MovedAt = facts.Now;
        return turn.Result;
    }

    // a talk that was left alone too long, or whose dialog has gone from the files, is over
    static void Forget(Turn turn)
    {
        if (turn.Session.Dialog is not { } name) return;
        var known = turn.Book.Dialogs.TryGetValue(name, out var dialog) && dialog.IndexOf(turn.Session.Step ?? "") >= 0;
        if (!known || turn.Facts.Now - turn.Session.MovedAt > dialog!.Expires) turn.Session.End();
    }

    void Welcome(Turn turn)
    {
        var enroll = book.Dialogs[Enroll];
        if (turn.Session.Dialog != Enroll)
        {
            // whoever begins with a code need not be asked for it
            (turn.Session.Dialog, turn.Session.Step) = (Enroll, enroll.Steps[0].Name);
            if (turn.Facts.Invitation is null)
            {
                Continue(turn, enroll, 0);
                return;
            }
        }
        Answer(turn, enroll);
    }

    void Take(Turn turn)
    {
        var waiting = turn.Session.Dialog is { } name ? book.Dialogs[name] : null;
        var called = book.Commands.Find(turn.Input.Text, text => IsName(turn, text));
        if (OldTaps.IsOld(turn, called is not null))
        {
            OldTaps.Say(turn);
            Remind(turn);
            return;
        }
        if (waiting is not null && Tapped(turn, waiting)) return;
        if (turn.Facts.Invitation is not null)
        {
            Run(turn, Join, "");
            return;
        }
        if (called is { } command && !(command.Argument.Length > 0 && StandsAlone(command.Command))) Run(turn, command.Command, command.Argument);
        else if (waiting is not null) Answer(turn, waiting);
        else Listen(turn);
    }

    bool StandsAlone(string command) => book.Dialogs[command].Alone;

    void Run(Turn turn, string command, string argument)
    {
        turn.Argument = argument;
        var dialog = book.Dialogs[command];
        if (!MayUse(turn, dialog)) turn.Say("common.not_for_you");
        else if (dialog.Aside) Aside(turn, dialog);
        else Start(turn, command);
    }

    static bool MayUse(Turn turn, DialogFile dialog)
    {
        var may = dialog.For.Count == 0;
        for (var index = 0; index < dialog.For.Count; index++) may |= turn.Facts.Person!.Is(DialogNames.Role(dialog.For[index]));
        return may;
    }

    // runs beside the talk under way, then asks the waiting question again
    void Aside(Turn turn, DialogFile dialog)
    {
        foreach (var step in dialog.Steps.Where(step => Applies(turn, step))) Act(turn, dialog, step);
        Remind(turn);
    }

    // the question that waits, once more
    void Remind(Turn turn)
    {
        if (turn.Session.Dialog is { } name && book.Dialogs[name] is { } waiting) Ask(turn, waiting, waiting.Steps[waiting.IndexOf(turn.Session.Step!)]);
    }

    void Start(Turn turn, string dialog)
    {
        if (turn.Session.Dialog is not null) names.Left(turn, dialog);
        turn.Session.End();
        turn.Session.Dialog = dialog;
        Continue(turn, book.Dialogs[dialog], 0);
    }

    void Listen(Turn turn)
    {
        foreach (var dialog in book.Dialogs.Values)
        {
            if (dialog.Listens is not { } listens || !MayUse(turn, dialog)) continue;
            turn.Session.Dialog = dialog.Name;
            var reading = names.Readers[listens](turn, null);
            if (reading.Kind == ReadKind.Understood) Continue(turn, dialog, 0);
            else turn.Session.End();
            if (reading.Kind != ReadKind.NotUnderstood) return;
        }
        turn.Say(names.Views["not_understood"](turn));
    }

    bool Tapped(Turn turn, DialogFile dialog)
    {
        var step = dialog.Steps[dialog.IndexOf(turn.Session.Step!)];
        if (Words(dialog, step).Tapped(InputText.Fold(turn.Input.Text)) is not { } tapped) return false;
        turn.Session.Step = step.Name;
        if (step.On.TryGetValue(tapped, out var target)) GoTo(turn, dialog, target);
        else After(turn, dialog, step, names.Readers[step.Read](turn, tapped));
        return true;
    }

    StepWords Words(DialogFile dialog, Step step) => _words.TryGetValue(step, out var known) ? known : _words[step] = new StepWords(book, dialog, step);

    void Answer(Turn turn, DialogFile dialog)
    {
        var step = dialog.Steps[dialog.IndexOf(turn.Session.Step!)];
        turn.Key = Words(dialog, step).Key;
        After(turn, dialog, step, names.Edited(turn) ?? names.Readers[step.Read](turn, Choice(turn, step)));
    }

    // the number of a tapped or typed choice, as text; null when the answer is none of them
    string? Choice(Turn turn, Step step)
    {
        if (step.Choices is null) return null;
        var text = InputText.Fold(turn.Input.Text);
        var index = 0;
        foreach (var button in names.Choices[step.Choices](turn))
        {
            if (InputText.Fold(button.Text) == text) return index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            index++;
        }
        return null;
    }

    void After(Turn turn, DialogFile dialog, Step step, Reading reading)
    {
        switch (reading.Kind)
        {
            case ReadKind.NotUnderstood:
                turn.Say(turn.Wording.Has($"{dialog.Name}.{step.Name}.bad") ? $"{dialog.Name}.{step.Name}.bad" : "common.bad");
                Ask(turn, dialog, step);
                break;
            case ReadKind.Again:
                Ask(turn, dialog, step);
                break;
            case ReadKind.Stop:
                turn.Session.End();
                break;
            default:
                // a reader may have begun another dialog with what was answered
                if (turn.Session.Dialog is { } begun && begun != dialog.Name) Continue(turn, book.Dialogs[begun], 0);
                else if (turn.Session.Dialog is not null && reading.Step is null && step.ContinueAs is { } other) ContinueAs(turn, other);
                else if (turn.Session.Dialog is not null) GoTo(turn, dialog, reading.Step ?? step.Then ?? Following(dialog, step));
                break;
        }
    }

    static string Following(DialogFile dialog, Step step) =>
        dialog.IndexOf(step.Name) + 1 is var next && next < dialog.Steps.Count ? dialog.Steps[next].Name : End;

    void GoTo(Turn turn, DialogFile dialog, string target)
    {
        if (target == End) turn.Session.End();
        else if (target.StartsWith('/')) Start(turn, target[1..]);
        else Continue(turn, dialog, dialog.IndexOf(target));
    }

    // with the draft and the answers as they are
    void ContinueAs(Turn turn, string dialog)
    {
        turn.Session.Dialog = dialog;
        Continue(turn, book.Dialogs[dialog], 0);
    }

    void Continue(Turn turn, DialogFile dialog, int index)
    {
        for (var count = 0; count < MostSteps; count++)
        {
            if (index >= dialog.Steps.Count) break;
            var step = dialog.Steps[index];
            if (!Applies(turn, step))
            {
                index++;
                continue;
            }
            if (step.Verb == Verb.Ask)
            {
                turn.Session.Question++;
                Ask(turn, dialog, step);
                return;
            }
            Act(turn, dialog, step);
            if (turn.Session.Dialog != dialog.Name) return;
            if (step.ContinueAs is { } other)
            {
                ContinueAs(turn, other);
                return;
            }
            if (step.Then == End) break;
            index = step.Then is null ? index + 1 : dialog.IndexOf(step.Then);
        }
        turn.Session.End();
    }

    bool Applies(Turn turn, Step step) => step.When is not { } when || when.Holds(names.Facts[when.Fact](turn));

    void Act(Turn turn, DialogFile dialog, Step step)
    {
        turn.Key = Words(dialog, step).Key;
        if (step.Verb == Verb.Do)
        {
            names.Actions[step.Name](turn);
            return;
        }
        var (message, buttons) = Message(turn, dialog, step, "say");
        turn.Say(message with { Buttons = buttons });
    }

    void Ask(Turn turn, DialogFile dialog, Step step)
    {
        turn.Session.Step = step.Name;
        turn.Key = Words(dialog, step).Key;
        var (message, buttons) = Message(turn, dialog, step, "ask");
        var belongs = Tap.OnQuestion(turn.Session.Question, dialog.About is { } about ? names.Subjects[about](turn) : []);
        for (var index = 0; index < buttons.Count; index++) buttons[index] = buttons[index] with { Data = belongs };
        turn.Say(message with { Buttons = buttons });
    }

    (Outgoing Message, List<Button> Buttons) Message(Turn turn, DialogFile dialog, Step step, string part)
    {
        var words = Words(dialog, step);
        var message = step.View is null ? new Outgoing(turn.Wording.Text($"{words.Key}.{part}")) : names.Views[step.View](turn);
        List<Button> buttons = [.. message.Buttons, .. words.Buttons(turn.Wording)];
        if (step.Choices is not null) buttons.InsertRange(message.Buttons.Count + step.ButtonsBeforeChoices, names.Choices[step.Choices](turn));
        return (message, buttons);
    }

    // what can stand directly behind a command word without a space
    static bool IsName(Turn turn, string text) =>
        turn.Facts.UnitCalled(text) is not null || turn.Book.Wordings.Values.Any(wording => wording.Words("names").Contains(text));
}
