using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs;

/// <summary>What people call a round: 9月, 第39周, 三季度 by its label; in other languages their own words for the same period.</summary>
static class RoundNames
{
    public static string Of(Wording wording, Plan plan, Round round)
    {
        if (wording.Locale == DialogBook.DefaultLocale) return round.Label;
        var period = Period.Containing(plan.Period, round.PeriodStart);
        var key = $"format.round.{Phrasing.Name(plan.Period)}";
        var name = wording.Words(key) is { Count: > 0 } names ? names[period.Number - 1] : wording.Text(key, ("number", period.Number));
        return plan.Start.Year == plan.End.Year ? name : wording.Text("format.round.with_year", ("round", name), ("year", period.Year));
    }

    /// <summary>Whether a text without blanks, folded, is one of a round's names, in any language.</summary>
    public static bool IsOne(string text, DialogBook book, Plan plan, Round round) =>
        book.Wordings.Values.Any(wording => InputText.Fold(Of(wording, plan, round)).Replace(" ", "", StringComparison.Ordinal) == text);
}
