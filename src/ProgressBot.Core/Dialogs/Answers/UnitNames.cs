using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>
/// What units are called in a message: by name, by an alias, and without the word for their area in front (教育局 for 区教育局).
/// </summary>
static class UnitNames
{
    // shorter ones stand inside other words
    const int Shortest = 3;

    /// <summary>The units that the speaker reports for.</summary>
    public static IReadOnlyList<string> Own(IReadOnlyList<ReportTask> tasks) =>
        [.. tasks.Select(task => task.Unit).DistinctBy(unit => unit.Id).SelectMany(Of)];

    /// <summary>All others; groups stand for nobody in particular.</summary>
    public static IReadOnlyList<string> Others(IReadOnlyList<ReportTask> tasks, IReadOnlyList<Unit> units)
    {
        var own = Own(tasks);
        return [.. units.Where(unit => !unit.IsGroup && !tasks.Any(task => task.Unit.Id == unit.Id)).SelectMany(Of).Where(name =>
            !own.Contains(name))];
    }

    public static IEnumerable<string> Of(Unit unit)
    {
        foreach (var name in unit.Aliases.Append(unit.Name))
        {
            yield return name;
            if (name.Length > Shortest && name[0] is '区' or '县' or '市' or '省') yield return name[1..];
        }
    }
}
