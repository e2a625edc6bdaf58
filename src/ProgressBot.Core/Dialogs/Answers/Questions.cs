using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>Whatever was doubtful in a message, one short question at a time, with the readings as buttons.</summary>
static class Questions
{
    /// <summary>With 重新填写 a question has eight buttons at most.</summary>
    const int MostButtons = 7;

    public static string? Given(Turn turn) => turn.Session.Draft?.Questions.FirstOrDefault()?.Kind;

    public static Outgoing View(Turn turn)
    {
        var question = turn.Draft.Questions[0];
        var about = question.Readings.Select(reading => Pair(turn, reading)).FirstOrDefault(pair => pair.Indicator is not null);
        var (text, shown) = (Worded(turn, question, about), Shown(question));
        return new Outgoing(shown.Count == question.Readings.Count ? text
            : text + turn.Wording.Text("question.narrow", ("count", question.Readings.Count - shown.Count)));
    }

    static string Worded(Turn turn, DraftQuestion question, (ReportTask? Task, Indicator? Indicator) about) =>
        turn.Wording.Text($"question.{question.Kind}",
            ("phrase", question.Phrase),
            ("indicator", about.Indicator?.Name),
            ("unit", about.Indicator?.BaseUnit),
            ("last", Last(turn, about)),
            ("target", about.Indicator is null ? "" : Phrasing.Amount(about.Indicator.Target, about.Indicator)),
            ("reference", Amount(turn, about.Indicator, question.Reference)),
            ("value", Amount(turn, about.Indicator, question.Readings[0].Value)),
            ("other", Amount(turn, about.Indicator, question.Readings.Count > 1 ? question.Readings[1].Value : null)),
            ("less", Amount(turn, about.Indicator, question.Reference - question.Readings[0].Value)));

    public static IEnumerable<Button> Choices(Turn turn)
    {
        var question = turn.Draft.Questions[0];
        return Shown(question).Select(reading => new Button(Label(turn, question, reading)));
    }

    // the likeliest, and that it is none of them
    static List<DraftReading> Shown(DraftQuestion question)
    {
        if (question.Readings.Count <= MostButtons) return [.. question.Readings];
        var none = question.Readings.Where(reading => reading.ReportId is null).Take(1).ToList();
        return [.. question.Readings.Where(reading => reading.ReportId is not null).Take(MostButtons - none.Count), .. none];
    }

    public static Reading Read(Turn turn, string? choice)
    {
        var question = turn.Draft.Questions[0];
        if (choice == "again") return Drop(turn, question);
        if (choice is null) return Narrowed(turn, question) ?? Retell(turn, question);
        turn.Draft.Questions.RemoveAt(0);
        Take(turn, question, Shown(question)[int.Parse(choice, System.Globalization.CultureInfo.InvariantCulture)]);
        return Reading.Understood;
    }

    // 重新填写: the figure is forgotten and will be asked with what is missing
    static Reading Drop(Turn turn, DraftQuestion question)
    {
        turn.Draft.Questions.RemoveAt(0);
        if (question.Readings.FirstOrDefault(reading => reading.IndicatorId is not null) is { } meant)
            turn.Session.Values[Expectation.Key] = $"{meant.ReportId}/{meant.IndicatorId}";
        return Reading.GoTo("retell");
    }

    // a word of the names tells some of them, or one
    static Reading? Narrowed(Turn turn, DraftQuestion question)
    {
        var word = InputText.Fold(turn.Text);
        if (word.Length < 2 || question.Readings.Count <= 2) return null;
        var meant = question.Readings.Where(reading =>
            reading.ReportId is not null && InputText.Fold(Label(turn, question, reading)).Contains(word, StringComparison.Ordinal))
            .ToList();
        if (meant.Count == 0 || meant.Count == question.Readings.Count(reading => reading.ReportId is not null)) return null;
        turn.Draft.Questions.RemoveAt(0);
        if (meant is [var only]) Take(turn, question, only);
        else turn.Draft.Questions.Insert(0, question with { Readings = [.. meant, .. question.Readings.Where(reading =>
            reading.ReportId is null)] });
        return Reading.Understood;
    }

    // the answer may be the figure written anew; it takes the question's place. Anything else is taken, too, and the question waits
    static Reading Retell(Turn turn, DraftQuestion question)
    {
        turn.Draft.Questions.RemoveAt(0);
        if (question.Readings.FirstOrDefault(reading => reading.IndicatorId is not null) is { } meant)
            turn.Session.Values[Expectation.Key] = $"{meant.ReportId}/{meant.IndicatorId}";
        var understood = ProgressReader.Read(turn, null).Kind == ReadKind.Understood;
        if (!understood || !Replaces(turn, question)) turn.Draft.Questions.Insert(0, question);
        return understood ? Reading.Understood : Reading.NotUnderstood;
    }

    // whether the message that has just been taken tells what was asked, or asks about the same anew
    static bool Replaces(Turn turn, DraftQuestion question)
    {
        if (question.Message == turn.Origin) return false;
        if (question.IsAboutEvidence) return false;
        bool Same(int? report, int? indicator, int? milestone) => question.Readings.Any(reading => reading.ReportId == report && reading.IndicatorId == indicator && reading.MilestoneId == milestone);
        return turn.Draft.Figures.Exists(figure => figure.Message == turn.Origin && Same(figure.ReportId, figure.IndicatorId, null))
            || turn.Draft.Milestones.Exists(state => state.Message == turn.Origin && Same(state.ReportId, null, state.MilestoneId))
            || turn.Draft.Questions.Exists(other => other.Message == turn.Origin && other.Readings.Any(reading => reading.ReportId is not null && Same(reading.ReportId, reading.IndicatorId, reading.MilestoneId)))
            || question.Readings.All(reading => reading is { IndicatorId: null, MilestoneId: null, Statement: null });
    }

    static void Take(Turn turn, DraftQuestion question, DraftReading reading)
    {
        if (reading.EvidenceIndex is not null) EvidenceReader.Answer(turn, question.Kind, reading);
        else if (reading is { Statement: { } kind, ReportId: { } about }) turn.Draft.Put(new DraftStatement(about, kind, question.Phrase, reading.Expected) { Message = question.Message });
        else if (reading is { ReportId: { } stated, MilestoneId: { } milestone, State: { } state }) turn.Draft.Put(new DraftMilestone(stated, milestone, state, question.Phrase) { Message = question.Message });
        else if (reading is { ReportId: { } report, IndicatorId: { } indicator })
        {
            turn.Draft.Put(new DraftFigure(report, indicator, question.Phrase, reading.Value, reading.Basis,
                true) { Message = question.Message, Comparator = question.Comparator });
            turn.Draft.NeedsReason |= question.Kind == "drop" && reading.Basis == Basis.Cumulative;
            EvidenceReader.Follow(turn, question.Message);
        }
    }

    /// <summary>What the button of a reading says; no two of a question say the same.</summary>
    public static string Label(Turn turn, DraftQuestion question, DraftReading reading)
    {
        if (reading.EvidenceIndex is not null || reading.State is not null || reading.Statement is not null) return ItemLabel(turn, question, reading);
        var (task, indicator) = Pair(turn, reading);
        var plain = $"question.{question.Kind}_{(indicator is null ? "no" : "yes")}";
        if (question.Readings.Count <= 2 && turn.Wording.Has(plain)) return turn.Wording.Text(plain);
        if (indicator is null) return turn.Wording.Text("question.none_of_them");
        var amount = Phrasing.Amount(reading.Value, indicator);
        // what a share or another unit comes to is said in the unit of the target
        if (question.Kind is "unit_of_measure" or "percent" && question.Readings.Count(other =>
            other.IndicatorId is not null) == 1) return turn.Wording.Text("question.label_just", ("amount", amount));
        if (Differ(question, other => (other.ReportId, other.IndicatorId))) return ButtonNames.Of(turn, question, reading);
        if (Differ(question, other => other.Value) && !Differ(question, other => other.Basis)) return amount;
        if (Differ(question, other => other.Basis)) return turn.Wording.Text($"question.label_{Phrasing.Name(reading.Basis)}", ("amount", amount));
        return turn.Wording.Text("question.label_just", ("amount", amount));
    }

    static string ItemLabel(Turn turn, DraftQuestion question, DraftReading reading)
    {
        var task = turn.DraftTask(reading.ReportId);
        if (task is null) return turn.Wording.Text("question.none_of_them");
        if (question.Kind != "which_requirement") return ButtonNames.Of(turn, question, reading);
        return task.Item.Requirements.FirstOrDefault(requirement => requirement.Id == reading.RequirementId)?.Text ?? turn.Wording.Text("question.other_evidence");
    }

    static bool Differ<T>(DraftQuestion question, Func<DraftReading, T> part) => question.Readings.Select(part).Distinct().Count() > 1;

    static (ReportTask? Task, Indicator? Indicator) Pair(Turn turn, DraftReading reading)
    {
        var task = turn.DraftTask(reading.ReportId);
        return (task, task?.Indicators.FirstOrDefault(indicator => indicator.Id == reading.IndicatorId));
    }

    static string Last(Turn turn, (ReportTask? Task, Indicator? Indicator) about) =>
        about is { Task: { } task, Indicator: { } indicator } && task.Before(indicator) is { } before ? turn.Wording.Text("question.last", ("amount", Phrasing.Amount(before, indicator))) : "";

    static string Amount(Turn turn, Indicator? indicator, decimal? value) => indicator is null || value is null ? "" : Phrasing.Amount(value.Value, indicator);
}
