namespace ProgressBot.Channels.DirectLine;

/// <summary>The configuration section <c>Channels:DirectLine</c>.</summary>
internal sealed record DirectLineOptions
{
    public const string Section = "Channels:DirectLine";

    /// <summary>Lets a trusted site mint tokens; off unless set. At least 16 characters.</summary>
    public string? Secret { get; init; }

    /// <summary>The largest activity taken, bytes.</summary>
    public int MaxActivityBytes { get; init; } = 256 * 1024;

    /// <summary>The largest file taken, bytes.</summary>
    public long MaxFileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>How many files one message may carry.</summary>
    public int MaxFiles { get; init; } = 10;
}
