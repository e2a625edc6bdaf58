using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Sentences by which a document says how it marks the lead unit.</summary>
internal static partial class LeadRule
{
    /// <summary>True for 列第一位者牵头, 排在首位的为牵头单位 and the like.</summary>
    public static bool IsStatedIn(string text) => FirstLeads().IsMatch(Spacing.Remove(text));

    [GeneratedRegex("(第一位|首位|第一个|排名第一|排第一|最前)[^。；]{0,8}(牵头|主办|为主|总负责)")]
    private static partial Regex FirstLeads();
}
