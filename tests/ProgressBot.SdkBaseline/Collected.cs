namespace ProgressBot.SdkBaseline;

/// <summary>How far a talk has come, and what was said in it; kept in the conversation's state.</summary>
public sealed class Collected
{
    public Question Asked { get; set; }
    public decimal? Money { get; set; }
    public int? Projects { get; set; }
    public string? Link { get; set; }
    public string? Proves { get; set; }
    public bool RestUnchanged { get; set; }
}

/// <summary>What the answer is to, in the order of the talk.</summary>
public enum Question
{
    Figures,
    Proof,
    Rest,
    Confirmation,
}

/// <summary>Who reports; kept in the user's state.</summary>
public sealed class Reporter
{
    public string? Name { get; set; }
    public int Receipts { get; set; }
}
