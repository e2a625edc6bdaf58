using System.Globalization;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Core.Plans;

/// <summary>A document and what is expected of it.</summary>
/// <param name="FileName">Its ending says what kind of file it is.</param>
/// <param name="Document">The file's text.</param>
/// <param name="Expected">
/// A line per row with parts like <c>u=甲局*、乙局+</c>: u units, i indicators, m milestones, e evidence, p progress, o opening values, r
/// partner, g programme; what a line leaves out is not
/// compared. Lines about the whole document: <c>partner=</c>, <c>programme=</c>, <c>warn~</c> part of a warning.
/// </param>
internal sealed record LayoutCase(string FileName, string Document, IReadOnlyList<string> Expected)
{
    public static IEnumerable<LayoutCase> ReadAll(string path)
    {
        foreach (var text in File.ReadAllText(path).ReplaceLineEndings("\n").Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, end) = (text[..text.IndexOf('\n')], text.IndexOf("\n>>>\n", StringComparison.Ordinal));
            yield return new LayoutCase(name.Trim(), text[(name.Length + 1)..(end + 1)], text[(end + 5)..].Trim('\n').Split('\n'));
        }
    }

    /// <summary>What the draft holds, written as <see cref="Expected"/> is.</summary>
    public IEnumerable<string> Seen(PlanDraft draft)
    {
        var row = 0;
        foreach (var line in Expected)
            yield return line.Split('=', '~')[0] switch
            {
                "partner" => $"partner={draft.PartnerRegion}",
                "programme" => $"programme={draft.Programme}",
                "warn" => draft.Warnings.Any(warning => warning.Message.Contains(line[5..], StringComparison.Ordinal)) ? line : $"no warning: {line[5..]}",
                _ => row < draft.Rows.Count ? Row(draft.Rows[row++], line) : "no such row",
            };
        foreach (var more in draft.Rows.Skip(row))
            yield return $"one row more: {more.Goal}";
    }

    static string Row(DraftRow row, string expected) =>
        string.Join(" | ", expected.Split(" | ").Select(part => part[..2] + Part(row, part)));

    static string Part(DraftRow row, string expected) => expected[0] switch
    {
        'u' => string.Join('、', row.Units.Select(unit => unit.Name + unit.Role switch { UnitRole.Lead => "*", UnitRole.Assist => "+",
            _ => string.Empty })),
        'i' => string.Join(';', row.Indicators
            .Select(indicator => Text(indicator,
            System.Text.RegularExpressions.Regex.Replace(expected, "\\[.*?\\]", string.Empty).Contains('@')))),
        'm' => string.Join(';', row.Milestones
            .Select(milestone => milestone.Name + (expected.Contains('@') ? Day(milestone.Deadline) : string.Empty))),
        'e' => string.Join(';', row.Evidence.Select(evidence => evidence.Text)),
        'p' => row.Progress?.Replace('\n', '/') ?? string.Empty,
        'o' => string.Join(';', row.Opening.Select(figure => figure.Indicator + figure.Phrase)),
        'r' => row.Partner ?? string.Empty,
        'g' => row.Programme ?? string.Empty,
        _ => $"no such part: {expected}",
    };

    static string Text(DraftIndicator indicator, bool withDay)
    {
        string Shown(decimal normalized) =>
            (indicator.Value == 0 ? normalized : normalized / (indicator.Normalized / indicator.Value)).ToString("0.####",
            CultureInfo.InvariantCulture) + indicator.Unit;
        var stages = indicator.Stages.Select(stage => stage.Name + Shown(stage.Normalized) + Day(stage.Deadline)).ToList();
        var money = indicator.MoneyStages.Select(stage => stage.Name + Shown(stage.Normalized)).ToList();
        return indicator.Name + Sign(indicator.Comparator) + Shown(indicator.Normalized) + (withDay ? Day(indicator.Deadline)
            : string.Empty)
            + (stages.Count > 0 ? $"[{string.Join('/', stages)}]" : string.Empty) + (money.Count > 0 ? $"{{{string.Join('/', money)}}}"
                : string.Empty);
    }

    static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.MoreThan => ">",
        Comparator.About => "~",
        Comparator.AtMost => "<=",
        Comparator.LessThan => "<",
        _ => string.Empty,
    };

    static string Day(DateOnly? day) => day is { } date ? date.ToString("@MM-dd", CultureInfo.InvariantCulture) : string.Empty;
}
