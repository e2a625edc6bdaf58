using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>What the header of a stage's column says of the time.</summary>
/// <param name="Name">The part of the year as printed; empty when the header names none (序时进度).</param>
/// <param name="Deadline">Its last day; null without a name or a year.</param>
/// <param name="IsOwn">It speaks of the quarter alone, not of the year so far.</param>
/// <param name="IsEach">It speaks of every quarter: 每季度应完成.</param>
internal sealed partial record StageHeader(string Name, DateOnly? Deadline, bool IsOwn, bool IsEach)
{
    public static StageHeader Of(string header, int? year)
    {
        var name = Period().Matches(header).LastOrDefault()?.Value ?? string.Empty;
        return new StageHeader(
            name, name.Length == 0 ? null : DeadlineReader.FromCell(name, year)?.Date,
            OwnQuarter().IsMatch(header) && !header.Contains("累计", StringComparison.Ordinal), PerPeriod().IsMatch(header));
    }

    [GeneratedRegex("前?第?[一二三四1-4]季度|[上下]半年|半年|\\d{1,2}[-—~至]\\d{1,2}月|\\d{1,2}月(底|末|份)?(前)?"
        + "|[一二三四五六七八九十]{1,2}月(底|末)|全年|年底")]
    private static partial Regex Period();

    [GeneratedRegex("^(?!.*前).*季度|下半年")]
    private static partial Regex OwnQuarter();

    [GeneratedRegex("每个?季度?")]
    private static partial Regex PerPeriod();
}

/// <summary>The headers of a document's stages, each understood once: they are the same in all rows of a table.</summary>
internal sealed class StageHeaders(int? year)
{
    readonly Dictionary<string, StageHeader> _known = [];

    public StageHeader Of(string header) => _known.TryGetValue(header, out var known) ? known : _known[header] = StageHeader.Of(header, year);
}
