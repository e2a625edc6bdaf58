using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Reminders;

/// <summary>The facts of one run with what is derived from them, each thing worked out once.</summary>
sealed class ReminderView(ReminderFacts facts)
{
    readonly Dictionary<int, Person> _people = facts.Ledger.People.ToDictionary(person => person.Id);
    readonly Dictionary<int, ReminderSchedule> _schedules = [];
    readonly Dictionary<int, IReadOnlyList<ItemDeadline>> _deadlines = [];

    public ReminderFacts Given => facts;
    public Ledger Ledger => facts.Ledger;
    public DateTimeOffset Now => facts.Now;

    /// <summary>The same as the wording takes them.</summary>
    public Facts Facts { get; } = new() { Ledger = facts.Ledger, Now = facts.Now, Calendar = facts.Calendar, Zone = facts.Zone };

    public DateOnly Today => Facts.Today;

    /// <summary>Null for somebody who reports for nobody any more.</summary>
    public Person? Person(int id) => _people.GetValueOrDefault(id);

    public Recipient RecipientOf(int id) => Person(id) is { } person ? PlannedReminder.RecipientOf(person, facts.Zone) : new Recipient(id, facts.Zone);

    public ReminderSchedule ScheduleOf(Plan plan) =>
        _schedules.TryGetValue(plan.Id, out var known) ? known : _schedules[plan.Id] = plan.Schedule.Reminders(facts.Calendar, facts.Zone);

    /// <summary>Reminders of deadlines come at the same time of day as those of the plan's rounds.</summary>
    public ReminderSchedule ItemScheduleOf(Plan plan) =>
        new(Cadence.OfItems with { At = plan.Schedule.Cadence.At }, plan.Schedule.CalendarIn(facts.Calendar), facts.Zone);

    /// <summary>The own deadlines of work items that somebody has to meet still.</summary>
    public IReadOnlyList<ItemDeadline> Deadlines(int id)
    {
        if (_deadlines.TryGetValue(id, out var known)) return known;
        return _deadlines[id] = Person(id) is { } person ? ItemDeadline.Unmet(Ledger, person.RemindedUnitsOn(Today).ToHashSet(), Today) : [];
    }

    public IReadOnlyList<ReportTask> OpenTasks(Person person) =>
        [.. ReportTask.Of(Ledger, person.RemindedUnitsOn(Today).ToHashSet(), Now).Where(task => task.Report.IsOpen)];

    /// <summary>All reports of a round that are known: of these people's units, and of others where there was a need.</summary>
    public IReadOnlyCollection<Report> ReportsOf(Round round) =>
        [.. round.Reports.Concat(facts.Reports.Where(report => report.RoundId == round.Id)).DistinctBy(report => report.Id)];
}
