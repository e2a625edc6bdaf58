using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>通过 N and 退回 N 原因. Only what was shown can be decided, in the version that was shown; else it is shown again.</summary>
static class Reviewing
{
    const string ReportKey = "report";
    const string VersionKey = "version";
    const string ReasonKey = "reason";

    static readonly char[] Around = [' ', '\u3000', '、', '，', ',', ':', '：', '.'];

    public static void Approve(Turn turn)
    {
        var chosen = Chosen(turn, turn.Argument);
        var fresh = chosen.Where(each => each.IsFresh).Select(each => each.Report).ToList();
        if (fresh.Count > 0)
        {
            turn.Emit(new ReportsApproved([.. fresh.Select(report => new ReportVersionKey(report.Id, report.UnderReview!.Number))]));
            var left = turn.Facts.Reviews.Count - fresh.Count;
            turn.Say(new Outgoing(turn.Wording.Text(left > 0 ? "review.approved" : "review.approved_last", ("count", fresh.Count), ("reports", ReviewList.Names(turn, fresh)), ("left", left)))
            {
                Buttons = left > 0 ? [turn.Button("buttons.reviews_count", ("count", left))] : [turn.Button("buttons.status")],
            });
        }
        foreach (var moved in chosen.Where(each => each is { IsFresh: false, Report.UnderReview: not null })) ReviewList.ShowAgain(turn, moved.Number, moved.Report);
        if (chosen.Count == 0 || chosen.All(each => each.Report.UnderReview is null)) SayNone(turn, "review.which");
    }

    // nothing can be decided that was not shown: whoever has not seen the list gets it
    static void SayNone(Turn turn, string key)
    {
        var isUnseen = turn.Tap is not { Reviews.Count: > 0 } && turn.Facts.Reviews.Count > 0 && turn.Session.Shown.Count == 0;
        turn.Say(turn.Tap is { Reviews.Count: > 0 } ? "review.gone" : turn.Facts.Reviews.Count == 0 ? "review.none" : isUnseen ? "review.unseen" : key);
        if (isUnseen) ReviewList.Show(turn);
    }

    /// <summary>退回3 原因: the number and, when it is there, the reason.</summary>
    public static void BeginReturn(Turn turn)
    {
        var digits = new string([.. turn.Argument.TakeWhile(char.IsAsciiDigit)]);
        if (Chosen(turn, digits) is not [var chosen] || chosen.Report.UnderReview is null)
        {
            SayNone(turn, "review.return_how");
            turn.Session.End();
            return;
        }
        if (!chosen.IsFresh)
        {
            ReviewList.ShowAgain(turn, chosen.Number, chosen.Report);
            turn.Session.End();
            return;
        }
        turn.Session.Values[ReportKey] = chosen.Report.Id.ToString(CultureInfo.InvariantCulture);
        turn.Session.Values[VersionKey] = chosen.Report.UnderReview.Number.ToString(CultureInfo.InvariantCulture);
        if (turn.Argument[digits.Length..].Trim(Around).Length > 0) turn.Session.Values[ReasonKey] = AsTyped(turn.Input.Text, digits);
    }

    // the argument was folded for comparison; the reason goes to people as it was typed, from behind the number on
    static string AsTyped(string typed, string digits)
    {
        var narrow = HalfWidth.Of(typed);
        return typed[(narrow.IndexOf(digits, StringComparison.Ordinal) + digits.Length)..].Trim(Around);
    }

    public static void Return(Turn turn)
    {
        var (id, number) = (Number(turn, ReportKey), Number(turn, VersionKey));
        var reason = turn.Session.Values[ReasonKey];
        if (turn.Facts.Reviews.Select(review => review.Report).FirstOrDefault(report => report.Id == id) is not { UnderReview: { } version } report)
        {
            turn.Say("review.gone");
            return;
        }
        if (version.Number != number)
        {
            ReviewList.ShowAgain(turn, turn.Session.Shown.FindIndex(shown => shown.ReportId == id) + 1, report);
            return;
        }
        turn.Emit(new ReportReturned(id, number, reason));
        Returns.Tell(turn, report, version, reason, "review.notice");
        var others = turn.Facts.Reviews.Count(review => review.Report.UnitId == report.UnitId && review.Report.Id != id);
        turn.Say(others > 0 ? "review.returned_one" : "review.returned", ("report", ReviewList.Names(turn, [report])), ("others", others));
    }

    static int Number(Turn turn, string key) => int.Parse(turn.Session.Values[key], CultureInfo.InvariantCulture);

    /// <param name="Number">Its line in the list.</param>
    /// <param name="IsFresh">The version that was shown is the one that waits.</param>
    sealed record Choice(int Number, Report Report, bool IsFresh);

    static List<Choice> Chosen(Turn turn, string argument)
    {
        if (turn.Tap is { Reviews: { Count: > 0 } tapped }) return [.. tapped.Select(pair => OnButton(turn, pair.Key, pair.Value)).OfType<Choice>()];
        var shown = turn.Session.Shown;
        var all = turn.Book.Wordings.Values.Any(wording => wording.Words("names").Contains(argument));
        var numbers = all ? Enumerable.Range(1, shown.Count) : Numbers(argument).Where(number => number >= 1 && number <= shown.Count).Distinct();
        // what has changed and was listed once more stands in two lines; the later one is what was seen last
        return [.. numbers.Select(number => OnLine(turn, number, shown[number - 1])).OfType<Choice>().GroupBy(choice => choice.Report.Id).Select(lines => lines.Last())];
    }

    static Choice? OnLine(Turn turn, int number, ReportVersionKey shown) =>
        turn.Facts.Ledger.Report(shown.ReportId) is { UnderReview: { } version } report ? new Choice(number, report, version.Number == shown.Number) : null;

    // a line that has come meanwhile is put at the end of the list
    static Choice? OnButton(Turn turn, int reportId, int revision)
    {
        if (turn.Facts.Ledger.Report(reportId) is not { UnderReview: { } version } report) return null;
        var line = turn.Session.Shown.FindIndex(shown => shown.ReportId == reportId);
        if (line < 0)
        {
            line = turn.Session.Shown.Count;
            turn.Session.Shown.Add(new ReportVersionKey(reportId, version.Number));
        }
        return new Choice(line + 1, report, report.Revision == revision);
    }

    // 1、3 or 1-3 or 1 3
    static IEnumerable<int> Numbers(string argument)
    {
        foreach (var part in argument.Split(['、', ',', '，', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '~'], 2);
            if (!int.TryParse(ends[0], out var first) || first > 1000) continue;
            var last = ends.Length == 2 && int.TryParse(ends[1], out var end) ? Math.Min(end, 1000) : first;
            for (var number = first; number <= last; number++) yield return number;
        }
    }
}
