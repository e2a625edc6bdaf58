using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs;

/// <summary>One turn while it is worked out: what came in, what is known, what will be said and written down.</summary>
public sealed class Turn(DialogBook book, Session session, Incoming input, Facts facts)
{
    readonly List<Outgoing> _replies = [];
    readonly List<Notice> _notices = [];
    readonly List<DialogEvent> _events = [];

    public DialogBook Book { get; } = book;
    public Session Session { get; } = session;
    public Incoming Input { get; } = input;
    public Facts Facts { get; } = facts;

    /// <summary>What the tapped button belongs to; null for what was typed.</summary>
    public Tap? Tap { get; } = Tap.Of(input);

    /// <summary>Wording in the speaker's language.</summary>
    public Wording Wording { get; set; } = book.Wording(facts.Person?.Locale ?? session.Values.GetValueOrDefault("locale") ?? input.Locale ?? DialogBook.DefaultLocale);

    /// <summary>The words to be understood: what came in, or what is left of it behind a command.</summary>
    public string Text { get; set; } = input.Text;

    /// <summary>What stood behind the command word, e.g. the unit in 进度 区商务局; empty for none.</summary>
    public string Argument { get; set; } = "";

    /// <summary>The step being run; its name is part of the wording keys.</summary>
    public string Key { get; set; } = "";

    public void Say(Outgoing message) => _replies.Add(message);

    /// <summary>Says one wording key, relative to nothing: <c>report.receipt.say</c>.</summary>
    public void Say(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) => Say(new Outgoing(Wording.Text(key, arguments)));

    public void Notify(int personId, Outgoing message, string? about = null) => _notices.Add(new Notice(personId, message, about));

    public void Emit(DialogEvent happened) => _events.Add(happened);

    public Button Button(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) => new(Wording.Text(key, arguments));

    public TurnResult Result => new(Session, _replies, _notices, _events);

    /// <summary>How figures, dates and lights are written in the speaker's language.</summary>
    public Phrasing Phrasing => field is { } known && known.Wording == Wording ? known : field = new Phrasing(Wording, Facts);

    public ReportDraft Draft => Session.Draft ??= new ReportDraft();

    /// <summary>The message that words belong to: the one that was edited, or else the one that came.</summary>
    public string Origin => Input.Replaces ?? Input.MessageId;

    /// <summary>Whether these are tasks of several units, so that each is named with its own.</summary>
    public bool SeveralUnits
    {
        get
        {
            var tasks = DraftTasks;
            for (var index = 1; index < tasks.Count; index++)
                if (tasks[index].Unit.Id != tasks[0].Unit.Id) return true;
            return false;
        }
    }

    /// <summary>Whether these are tasks of several rounds, so that each is named with its own.</summary>
    public bool SeveralRounds
    {
        get
        {
            var tasks = DraftTasks;
            for (var index = 1; index < tasks.Count; index++)
                if (tasks[index].Round.Id != tasks[0].Round.Id) return true;
            return false;
        }
    }

    /// <summary>The tasks the draft is about.</summary>
    public IReadOnlyList<ReportTask> DraftTasks
    {
        get
        {
            var tasks = Session.Draft?.OnBehalfOf is { } unit ? Facts.TasksOf(unit) : Facts.Tasks;
            return Session.Draft is { Only: { Count: > 0 } only } ? [.. tasks.Where(task => only.Contains(task.Report.Id))] : tasks;
        }
    }

    /// <summary>The one of them with this report; null when there is none.</summary>
    public ReportTask? DraftTask(int? reportId)
    {
        var tasks = DraftTasks;
        for (var index = 0; index < tasks.Count; index++)
            if (tasks[index].Report.Id == reportId) return tasks[index];
        return null;
    }
}
