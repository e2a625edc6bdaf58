using ProgressBot.Core.Dialogs.Reminders;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;

namespace ProgressBot.Tests.Core.Reminding;

/// <summary>A ledger in memory on which the clock's decisions are carried out.</summary>
sealed class ReminderClock(Ledger ledger)
{
    int _number = 1000;

    public Ledger Ledger { get; private set; } = ledger;
    public List<PlannedReminder> Rows { get; private init; } = [];
    public List<ReminderRecord> Records { get; private init; } = [];
    public List<Letter> Letters { get; private init; } = [];

    /// <summary>When each letter left, by key.</summary>
    public Dictionary<string, DateTimeOffset> SentAt { get; private init; } = [];

    /// <summary>The rounds that people have put off, whose last step is said again.</summary>
    public HashSet<(int PersonId, int? RoundId)> PutOff { get; private init; } = [];

    /// <summary>One that goes its own way from here on.</summary>
    public ReminderClock Copy() => new(Ledger) { _number = _number, Rows = [.. Rows], Records = [.. Records], Letters = [.. Letters], PutOff = [.. PutOff], SentAt = new(SentAt) };

    public int Next() => _number++;

    /// <summary>稍后: somebody puts a round off for two hours.</summary>
    public ReminderClock PutOffSomething(Random random, DateTimeOffset now)
    {
        var index = random.Next(Rows.Count + 1);
        if (index == Rows.Count || Rows[index] is not RoundReminder row || row.NextAt is null) return this;
        Rows[index] = row with { NextAt = now.AddHours(2), Snoozed = true, Handled = row.Handled ?? now };
        PutOff.Add((row.PersonId, row.RoundId));
        return this;
    }

    /// <summary>The same with somebody as they are now.</summary>
    public ReminderClock With(object row)
    {
        var copy = Copy();
        copy.Save(Changes.Of(RowChange.Change(row)));
        return copy;
    }

    public void Change(Round before, Round after) => Save(Changes.Of([.. ProgressBot.Core.Reporting.Rows.Replaced(before, after)]));

    /// <summary>Opens and closes rounds; who is new is enlisted in pieces.</summary>
    public void Open(DateTimeOffset now, int piece = int.MaxValue)
    {
        var begun = Ledger.Rounds.Select(round => (round.PlanId, round.PeriodStart)).ToHashSet();
        Save(RoundOpening.Of(Ledger.Book, begun, WorkingCalendar.China, now, new RowNumbers(_ => _number++)));
        Save(RoundOpening.Closing(Ledger.Rounds, now));
        foreach (var rows in Enlistment.Of(Missing(now)).Rows.Chunk(piece)) Save(new Changes(rows, []));
    }

    public EnlistmentFacts Missing(DateTimeOffset now) => new(Ledger.Book, now, WorkingCalendar.China, SmallOffice.Shanghai)
    {
        Asked = [.. from round in Ledger.Rounds where round.State == RoundState.Open from report in round.Reports select new AskedUnit(round.PlanId, round.Id, report.UnitId, report.State)],
        Memberships = [.. Ledger.People.SelectMany(person => person.Memberships)],
        OfRounds = Rows.OfType<RoundReminder>().Select(row => (row.RoundId, row.PersonId)).ToHashSet(),
        OfItems = Rows.OfType<ItemReminder>().Select(row => (row.WorkItemId, row.PersonId)).ToHashSet(),
    };

    public IReadOnlyList<int> Due(DateTimeOffset now) => [.. Rows.Where(row => row.NextAt <= now).Select(row => row.PersonId).Distinct()];

    public void Remind(IEnumerable<int> people, DateTimeOffset now)
    {
        var known = Letters.Count;
        Save(ReminderRun.Of(SmallOffice.Book, Facts([.. people], now)));
        foreach (var letter in Letters[known..]) SentAt.Add(letter.Key, now);
    }

    /// <summary>What a store would load: of other units only what is asked for.</summary>
    public ReminderFacts Facts(IReadOnlyCollection<int> people, DateTimeOffset now)
    {
        var due = Rows.Where(row => people.Contains(row.PersonId) && row.NextAt <= now).ToList();
        var copied = ReminderRun.CopiedRounds(Ledger, due.OfType<RoundReminder>(), now);
        var (monday, midnight) = (ReminderRun.WeekBegins(now, SmallOffice.Shanghai), SmallOffice.Shanghai.Instant(SmallOffice.Shanghai.Today(now), TimeOnly.MinValue));
        return new ReminderFacts(Of(people), now, WorkingCalendar.China, SmallOffice.Shanghai)
        {
            Rounds = [.. due.OfType<RoundReminder>()],
            Items = [.. due.OfType<ItemReminder>()],
            SentThisWeek = Records.Where(record => record.At >= monday && record.Outcome is ReminderOutcome.Sent or ReminderOutcome.Copied)
                .GroupBy(record => record.PersonId).ToDictionary(person => person.Key, person => person.Select(record => record.At).Distinct().Count()),
            Reports = [.. copied.SelectMany(round => Ledger.Round(round).Reports)],
            Owing = copied.ToDictionary(round => round, round => (IReadOnlyList<OwedPart>)[.. Ledger.Round(round).Reports.Where(report => report.IsOpen).Select(report => new OwedPart(report.UnitId, report.WorkItemId))]),
            EscalatedToday = Records.Where(record => record.At >= midnight && record.Outcome == ReminderOutcome.Escalated).Select(record => (record.RoundId!.Value, record.PersonId)).ToHashSet(),
        };
    }

    Ledger Of(IReadOnlyCollection<int> people)
    {
        var units = Ledger.People.Where(person => people.Contains(person.Id)).SelectMany(person => person.Memberships).Select(membership => membership.UnitId).ToHashSet();
        return Ledger with { Rounds = [.. Ledger.Rounds.Select(round => round with { Reports = [.. round.Reports.Where(report => units.Contains(report.UnitId))] })] };
    }

    void Save(Changes changes)
    {
        Ledger = Ledger.After(changes.Rows);
        Letters.AddRange(changes.Letters);
        foreach (var change in changes.Rows)
            if (change.Row is ReminderRecord record) Records.Add(record);
            else if (change.Row is PlannedReminder row) Put(change.Action, row);
    }

    void Put(RowAction action, PlannedReminder row)
    {
        var known = Rows.FindIndex(other => KeyOf(other) == KeyOf(row));
        if (known < 0 && action == RowAction.Ensure) Rows.Add(row);
        else if (known >= 0 && action == RowAction.Change) Rows[known] = row;
        else Assert.True(known >= 0 && action == RowAction.Ensure, $"{action} of {row}");
    }

    static (int?, int?, int) KeyOf(PlannedReminder row) => ((row as RoundReminder)?.RoundId, (row as ItemReminder)?.WorkItemId, row.PersonId);
}
