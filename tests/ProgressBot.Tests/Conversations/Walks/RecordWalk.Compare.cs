using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.Conversations.Walks;

/// <summary>The bot's record beside the reference.</summary>
sealed partial class RecordWalk
{
    Ledger Ledger => _bot.Store.All;

    IEnumerable<Report> Open(string unit) => Ledger.Rounds.Where(round => RoundOf(round) == _round).SelectMany(round => round.Reports).Where(report => report.UnitId == UnitId(unit) && report.IsOpen);

    List<Report> WaitingReceipts(string unit) =>
        [.. Ledger.Rounds.Where(round => RoundOf(round) == _round).SelectMany(round => round.Reports).Where(report => report.UnitId == UnitId(unit) && report.UnderReview is not null)];

    int UnitId(string unit) => Ledger.Units.Single(known => known.Name == unit).Id;

    static string RoundOf(Round round) => round.PeriodStart.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    // an item is called by its indicator here where it has one, so that the words of Speakers do
    string ItemOf(Report report) => KeyOf(Ledger.Item(report.WorkItemId));

    static string KeyOf(WorkItem item) => item.Indicators is [var only] ? only.Name : item.Name;

    string ItemNamed(string name) => KeyOf(Ledger.Plans.SelectMany(plan => plan.Items).First(item => item.Name == name));

    string NameOf(string item) => Ledger.Plans.SelectMany(plan => plan.Items).First(known => KeyOf(known) == item).Name;

    IEnumerable<string> Differences()
    {
        foreach (var round in Ledger.Rounds)
            foreach (var report in round.Reports)
                foreach (var difference in Differences(round, report)) yield return difference;
        foreach (var speaker in Speakers.All.DistinctBy(speaker => speaker.Unit))
            foreach (var number in speaker.Numbers)
                foreach (var difference in Differences(speaker.Unit, number.Indicator)) yield return difference;
    }

    IEnumerable<string> Differences(Round round, Report report)
    {
        var unit = Ledger.Unit(report.UnitId).Name;
        var expected = _reference.Report(unit, ItemOf(report), RoundOf(round));
        var place = $"{RoundOf(round)} {unit}/{ItemOf(report)}";
        if (Text(report.Standing) != $"{expected.Last}") yield return $"{place} stands: {Text(report.Standing)}, should be: {expected.Last}";
        if (Text(report.UnderReview) != $"{expected.Waiting}") yield return $"{place} waits: {Text(report.UnderReview)}, should be: {expected.Waiting}";
        if (Text(report.Approved) != $"{expected.Approved}") yield return $"{place} is approved: {Text(report.Approved)}, should be: {expected.Approved}";
        if (report.UnderReview is null != expected.Waiting is null) yield return $"{place} waits or does not";
        if (report.Approved is null != expected.Approved is null) yield return $"{place} is approved or is not";
        var evidence = Ledger.Evidence.Where(piece => piece.RoundId == round.Id && piece.WorkItemId == report.WorkItemId && piece.UnitId == report.UnitId && piece.WithdrawnAt is null).Select(piece => piece.Name).ToHashSet();
        if (!evidence.SetEquals(expected.Evidence)) yield return $"{place} has {string.Join(',', evidence)}, should have: {string.Join(',', expected.Evidence)}";
    }

    IEnumerable<string> Differences(string unit, string indicator)
    {
        var id = Ledger.Plans.SelectMany(plan => plan.Items).SelectMany(item => item.Indicators).Single(known => known.Name == indicator).Id;
        var total = Ledger.Total(id, UnitId(unit));
        if (total?.Approved != _reference.Total(unit, indicator, true)) yield return $"{unit}/{indicator} approved {total?.Approved}, should be {_reference.Total(unit, indicator, true)}";
        if (total?.Reported != _reference.Total(unit, indicator, false)) yield return $"{unit}/{indicator} reported {total?.Reported}, should be {_reference.Total(unit, indicator, false)}";
    }

    string Text(ReportVersion? version) => version is null ? "" : new Standing
    {
        Figures = version.Figures.ToDictionary(figure => Ledger.Indicator(figure.IndicatorId).Name, figure => figure.Total),
        States = version.States.ToDictionary(state => Ledger.Milestone(state.MilestoneId).Name, state => state.State),
        Sentences = version.Said(StatementKind.Problem).Select(said => said.Text.TrimEnd('。')).ToHashSet(),
    }.ToString();
}
