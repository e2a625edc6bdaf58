namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A numbered point of the running text with the paragraphs that belong to it.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Level">See <see cref="ListMark"/>.</param>
/// <param name="Text">Without number and bracket.</param>
/// <param name="Bracket">Units, deadline and evidence named behind it.</param>
/// <param name="Line">1-based line of the number.</param>
/// <param name="Page">1-based page, when known.</param>
/// <param name="Headings">The numbered headings above it, outermost first, without their numbers.</param>
/// <param name="IsLeaf">No numbered point stands under it.</param>
internal sealed record TextPoint(
    string Number, int Level, string Text, UnitBracket Bracket, int Line, int? Page, IReadOnlyList<string> Headings, bool IsLeaf)
{
    /// <summary>The lead sentence; the whole text when there is no other.</summary>
    public string Title => Text.IndexOfAny(['。', '：', '\n']) is var end and > 0 ? Text[..end] : Text;
}
