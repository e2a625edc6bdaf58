using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Notices;

/// <summary>What must be known to tell coordinators what they have to see to.</summary>
public sealed record NoticeFacts(PlanBook Book, DateTimeOffset Now, WorkingCalendar Calendar, TimeZoneInfo Zone)
{
    public IReadOnlyList<Person> Coordinators { get; init; } = [];

    /// <summary>Addresses of which nobody has been told, and whose they are.</summary>
    public IReadOnlyList<DeadAddress> Dead { get; init; } = [];
    public IReadOnlyList<Person> Unreached { get; init; } = [];

    /// <summary>Reports that wait for review in open rounds, with their versions: at least those that do so since before <see cref="NoticeRun.WaitingSince"/>.</summary>
    public IReadOnlyList<Report> Waiting { get; init; } = [];

    /// <summary>The keys of what has been written about the working calendar.</summary>
    public IReadOnlySet<string> Written { get; init; } = new HashSet<string>();

    public DateOnly Today => Zone.Today(Now);
}
