using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Lines that only count the pages: — 3 —, 第3页, 第 2 页 共 5 页.</summary>
internal static partial class PageNumber
{
    public static bool IsOne(string line) => Words().IsMatch(line);

    [GeneratedRegex("^\\s*([-—－–]+\\s*\\d{1,3}\\s*[-—－–]+|第\\s*\\d{1,3}\\s*页.{0,12})\\s*$")]
    private static partial Regex Words();
}
