using System.Text.RegularExpressions;

namespace ProgressBot.Files.Notes;

/// <summary>Raised digits: the mark of a note, or the power of a unit of measure.</summary>
static partial class NoteMark
{
    /// <summary>What a raised text means after the text before it: its Unicode power, or null for the mark of a note. Other raised text
    /// stays.</summary>
    public static string? Read(string raised, string before) => raised.Trim() switch
    {
        "2" when Measure().IsMatch(before) => "²",
        "3" when Measure().IsMatch(before) => "³",
        var text when Mark().IsMatch(text) => null,
        _ => raised,
    };

    [GeneratedRegex("([mM]|米)$")]
    private static partial Regex Measure();

    [GeneratedRegex(@"^(注?[\[［〔(（【]?注?\s*(\d{1,2}|[①-⑳])([,，、\-–]\s*\d{1,2})*[\]］〕)）】]?)$")]
    private static partial Regex Mark();
}
