using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Web.Plans;

/// <summary>A plan as the review page shows it.</summary>
/// <param name="FileName">The document it was read from; null for a plan that was stored before documents were kept.</param>
/// <param name="Attention">What would go unreported as it stands.</param>
/// <param name="AllUnits">Every unit there is, to choose from.</param>
sealed record PlanView(
    int Id, string Title, int Year, string? DocumentNumber, string? Issuer, PlanState State, RoundPeriod Period, ScheduleView Schedule, string? FileName,
    IReadOnlyList<DraftConflict> Conflicts, IReadOnlyList<DraftWarning> Warnings, IReadOnlyList<ItemView> Items, IReadOnlyList<UnitView> Units,
    IReadOnlyList<string> Attention, IReadOnlyList<UnitChoice> AllUnits, RevisionView? Revision);

/// <summary>A revised document that waits for a decision, and where it differs.</summary>
sealed record RevisionView(string Key, string FileName, IReadOnlyList<ChangeView> Changes);

/// <param name="Grave">To be decided by itself: see <see cref="PlanChange.IsGrave"/>.</param>
sealed record ChangeView(string Key, PlanChangeKind Kind, string Where, string? Before, string? After, bool Grave);

/// <param name="Due">As <see cref="ScheduleSetting"/> writes it: last, after 3, day 25, next 5.</param>
sealed record ScheduleView(string Due, string Until, int Opens, int Locks, string Roll, string Calendar);

/// <param name="PastDue">Its deadline, or that of one of its numbers, is over.</param>
sealed record ItemView(
    int Id, int Number, string Section, string Goal, DateOnly? Deadline, bool PastDue, string? Source, string? SourceText,
    IReadOnlyList<AssignmentView> Assignments, IReadOnlyList<IndicatorView> Indicators, IReadOnlyList<RequirementView> Requirements);

sealed record AssignmentView(int Unit, string Name, UnitRole Role, bool Guess);

/// <param name="Target">The number in the unit people read, without words: 8亿元.</param>
/// <param name="Phrase">The document's words.</param>
sealed record IndicatorView(
    int Id, string Name, string Target, string Phrase, Comparator Comparator, bool Aspirational, DateOnly? Deadline, Basis Basis, Sharing Sharing, bool HasFigures);

sealed record RequirementView(int Id, string Text, bool AwaitsOthers);

/// <param name="IsNew">Nobody knows it from elsewhere: it came in with this plan.</param>
/// <param name="Alike">Known units it may be another name of.</param>
sealed record UnitView(int Id, string Name, IReadOnlyList<string> Aliases, bool IsGroup, bool IsNew, IReadOnlyList<string> Members, IReadOnlyList<UnitChoice> Alike);

sealed record UnitChoice(int Id, string Name);
