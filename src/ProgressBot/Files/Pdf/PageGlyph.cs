namespace ProgressBot.Files.Pdf;

/// <summary>One visible sign on a page. Lengths are in points, y grows upwards.</summary>
/// <param name="Text">One character as a rule; a ligature has more.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where the next one may begin.</param>
/// <param name="Baseline">On which it stands.</param>
/// <param name="Size">The size of its font.</param>
readonly record struct PageGlyph(string Text, double Left, double Right, double Baseline, double Size)
{
    public double Center => (Left + Right) / 2;
    public double Middle => Baseline + (Size * 0.35);
    public bool IsWide => Text[0] >= '\u2E80';
}

/// <summary>A straight line across or down a page: where it lies, and from where to where it runs.</summary>
readonly record struct PageRule(double At, double From, double To)
{
    public double Length => To - From;

    /// <summary>Runs past this place, give or take what drawing programs leave open.</summary>
    public bool Covers(double place, double slack) => From - slack <= place && place <= To + slack;
}

/// <summary>What is drawn on one page.</summary>
sealed record PageContent(int Number, double Width, double Height, List<PageGlyph> Glyphs, List<PageRule> Across, List<PageRule> Down);
