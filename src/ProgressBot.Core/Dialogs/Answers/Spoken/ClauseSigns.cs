namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>What the verbs of a clause state, whatever they are about.</summary>
sealed record ClauseSigns
{
    /// <summary>UTF-16 offsets of the clause in the message.</summary>
    public required int Start { get; init; }
    public required int End { get; init; }

    /// <summary>Its words.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }
    public bool IsInProgress { get; set; }
    public bool IsNotStarted { get; set; }

    /// <summary>尚未完成.</summary>
    public bool IsUnfinished { get; set; }

    /// <summary>已完成.</summary>
    public bool IsDone { get; set; }
    public bool IsNear { get; set; }

    /// <summary>It ends with 还没有: what, has to be known from elsewhere.</summary>
    public bool IsDenied { get; set; }
    public bool IsAsked { get; set; }

    /// <summary>都, 几项: of more than one thing.</summary>
    public bool IsOfAll { get; set; }

    /// <summary>那边, 他们.</summary>
    public bool IsOthers { get; set; }

    /// <summary>It says that the words are of now, whatever was said before them.</summary>
    public bool IsOfNow { get; set; }

    /// <summary>Where what is only planned begins; null for nowhere.</summary>
    public int? PlannedFrom { get; set; }

    /// <summary>Steps said to be taken, and not taken yet.</summary>
    public List<Token> Taken { get; } = [];
    public List<Token> Untaken { get; } = [];

    /// <summary>Verbs without a word that says they are statements: 签订指标置换协议.</summary>
    public List<Token> Bare { get; } = [];

    /// <summary>Whether it states anything.</summary>
    public bool HasState =>
        !IsAsked && (IsInProgress || IsNotStarted || IsUnfinished || IsDone || IsNear || IsDenied || Taken.Count > 0 || Untaken.Count > 0);
}
