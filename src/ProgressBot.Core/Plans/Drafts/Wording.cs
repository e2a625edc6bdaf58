using System.Text.RegularExpressions;

namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A target with the words around it.</summary>
/// <param name="Found">The target.</param>
/// <param name="Text">The text it stands in.</param>
/// <param name="Row">Index of its row; -1 in the body.</param>
internal sealed partial record Wording(FoundIndicator Found, string Text, int Row)
{
    public DraftIndicator Indicator => Found.Indicator;

    /// <summary>From the comma before to the comma behind, brackets included.</summary>
    public string Clause => Spacing.Tighten(Text[Clauses.Start(Text, Found.Start)..End]).Trim('（', '(', '、');

    /// <summary>What is counted in or left out: 含续建项目到位资金; empty when the wording does not say.</summary>
    public string Scope => Inclusion().Match(Text[Clauses.Start(Text, Found.Start)..End]).Groups[1].Value;

    // a bracket that is still open at the comma belongs to the clause
    int End
    {
        get
        {
            var end = Clauses.End(Text, Found.End);
            var bracket = OutsideBrackets.Pairs(Text).FirstOrDefault(pair => pair.Start >= Found.End && pair.Start < end);
            return bracket.End >= end ? bracket.End + 1 : end;
        }
    }

    [GeneratedRegex("[（(]((?:不?含|不?包括|不?包含)[^）)]*)[）)]")]
    private static partial Regex Inclusion();
}
