namespace ProgressBot.Files.Word;

/// <summary>What decides whether and how the text of a run is read.</summary>
/// <param name="IsHidden">Formatted as hidden.</param>
/// <param name="IsStruck">Crossed out, once or twice.</param>
/// <param name="IsRaised">Superscript.</param>
/// <param name="Font">The font of its signs; null when it says nothing.</param>
internal readonly record struct RunLook(bool IsHidden, bool IsStruck, bool IsRaised, string? Font)
{
    /// <summary>Styles above each other: hidden and struck switch each time, the rest is the nearer one's.</summary>
    public RunLook Under(RunLook nearer) =>
        new(IsHidden ^ nearer.IsHidden, IsStruck ^ nearer.IsStruck, IsRaised || nearer.IsRaised, nearer.Font ?? Font);
}
