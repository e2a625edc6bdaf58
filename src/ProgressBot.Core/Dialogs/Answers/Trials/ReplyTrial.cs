using ProgressBot.Core.Figures;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Trials;

/// <summary>Tries a message: one turn of the dialogs that talks use, of which nothing is kept.</summary>
public static class ReplyTrial
{
    /// <summary>What the talk would hold after this message and what it would ask.</summary>
    /// <param name="book">The dialogs.</param>
    /// <param name="message">What somebody writes who has written nothing before.</param>
    /// <param name="facts">Who it is, and the records.</param>
    public static TriedReply Of(DialogBook book, Incoming message, Facts facts)
    {
        var result = new DialogEngine(book, DialogNames.All()).Advance(new Session(), message, facts);
        var turn = new Turn(book, result.Session, message, facts);
        var tried = result.Session.Draft is { } draft ? Held(turn, draft) : Sent(turn, result.Events);
        var (reasons, open) = ProgressReader.Explain(turn);
        return tried with { Unread = [.. Unread(turn, tried, reasons)], Reasons = reasons, Open = open };
    }

    static TriedReply Held(Turn turn, ReportDraft draft) => new()
    {
        Figures = [.. DraftFigures.Of(turn).Select(line => new TriedFigure(line.Task.Item, line.Indicator, line.Draft, line.Figure.Total))],
        States =
        [
            .. from said in draft.Milestones
               let item = turn.DraftTask(said.ReportId)?.Item
               let milestone = item?.Milestones.FirstOrDefault(milestone => milestone.Id == said.MilestoneId)
               where milestone is not null
               select new TriedState(item, milestone, said),
        ],
        Evidence = [.. draft.Evidence.Select((piece, index) =>
            new TriedEvidence(piece.Name, piece.Url, turn.DraftTask(piece.ReportId ?? OnlyReport(draft, index))?.Item))],
        Questions = [.. draft.Questions.Select(question =>
            new TriedQuestion(question, [.. question.Readings.Select(reading => Choice(turn, question, reading))]))],
        NoChange = [.. draft.NoChange.Select(id => turn.DraftTask(id)?.Item).OfType<WorkItem>().DistinctBy(item => item.Id)],
        Kept = [.. draft.Statements.Where(said => said.Kind != StatementKind.Narrative).Select(said => said.Text).Distinct()],
    };

    // where only the line of the checklist is open
    static int? OnlyReport(ReportDraft draft, int index) =>
        draft.Questions.SelectMany(question => question.Readings).Where(reading => reading.EvidenceIndex == index).Select(reading =>
            reading.ReportId).Distinct().ToList() is [var only] ? only : null;

    // 无变化 and a link alone are taken at once, without a question
    static TriedReply Sent(Turn turn, IReadOnlyList<DialogEvent> events) => new()
    {
        NoChange =
        [
            .. events.OfType<ReportsSubmitted>().SelectMany(sent => sent.Reports).Where(report => report.NoChange)
                .Select(report => turn.DraftTask(report.ReportId)?.Item).OfType<WorkItem>().DistinctBy(item => item.Id),
        ],
        Evidence = [.. events.OfType<EvidenceAdded>().Select(piece =>
            new TriedEvidence(piece.Name, piece.Url, turn.DraftTask(piece.ReportId)?.Item))],
    };

    static TriedChoice Choice(Turn turn, DraftQuestion question, DraftReading reading)
    {
        var task = turn.DraftTask(reading.ReportId);
        var indicator = task?.Indicators.FirstOrDefault(indicator => indicator.Id == reading.IndicatorId);
        return new TriedChoice(Questions.Label(turn, question, reading), task?.Item, indicator, indicator is null ? null : reading.Value);
    }

    static IEnumerable<string> Unread(Turn turn, TriedReply tried, IReadOnlyList<FigureReason> reasons)
    {
        var told = tried.Figures.Select(figure => figure.Said.Phrase)
            .Concat(tried.Questions.Select(asked => asked.Question.Phrase))
            .Concat(tried.States.Select(state => state.Said.Phrase))
            .Concat(tried.Questions.Count == 0 ? [] : reasons.Where(reason => reason.Decision == FigureDecision.Asked).Select(reason =>
                reason.Figure.Phrase))
            .Concat(tried.Kept).ToList();
        return FigureReader.Read(turn.Text).Select(figure => figure.Phrase).Where(phrase =>
            !told.Exists(words => words.Contains(phrase, StringComparison.Ordinal))).Distinct();
    }
}
