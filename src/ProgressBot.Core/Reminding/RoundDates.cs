namespace ProgressBot.Core.Reminding;

/// <summary>The dates of one round. Instants are UTC; the period includes both ends and is cut to the plan's window.</summary>
/// <param name="Label">What people call it: 9月, 第39周, 三季度.</param>
/// <param name="OpensAt">Reports are asked for from here on.</param>
/// <param name="DueAt">Later ones are late.</param>
/// <param name="LocksAt">Later ones are refused.</param>
public sealed record RoundDates(
    string Label, DateOnly PeriodStart, DateOnly PeriodEnd, DateTimeOffset OpensAt, DateTimeOffset DueAt, DateTimeOffset LocksAt);
