namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>What a word does in a clause about a goal. Its lists stand in the wording, under <c>milestone.words</c>.</summary>
enum WordRole : byte
{
    /// <summary>Says nothing and names nothing.</summary>
    Filler,

    /// <summary>在, 经, 与: what follows is a circumstance and no object.</summary>
    At,
    Now,

    /// <summary>都, 几项: more than one thing is meant; a verb behind it is a statement.</summary>
    All,

    /// <summary>了, 过, behind a verb.</summary>
    Ending,

    /// <summary>顺利, 昨天: a verb behind it is a statement, unless it is planned.</summary>
    Marker,

    /// <summary>已: a verb behind it is a statement whatever stood before.</summary>
    Already,

    /// <summary>那边, 他们: somebody else's doing.</summary>
    Others,

    /// <summary>基本, 即将, 还差: not quite.</summary>
    Near,

    /// <summary>初稿, 一期, 对方: a part of the whole.</summary>
    Part,

    /// <summary>开工, 启动.</summary>
    Start,

    /// <summary>完成, 竣工: the end of any matter.</summary>
    Done,

    /// <summary>签订, 评审: the end of some goals, a step on the way of others.</summary>
    Step,
    InProgress,
    NotStarted,
    Not,

    /// <summary>后, 的, right behind a verb: the verb is no statement.</summary>
    After,
    Asking,

    /// <summary>预计, 争取, 下月: what follows is still to come.</summary>
    Planned,

    /// <summary>A longer word that holds one of the others: 签到表.</summary>
    Plain,
}

/// <summary>A word found in a text.</summary>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Kind">For a step, which one (<see cref="SpokenWords.Ends"/>).</param>
readonly record struct Token(int Start, int End, WordRole Role, int Kind);
