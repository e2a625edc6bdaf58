namespace ProgressBot.Core.Plans;

/// <summary>How a target or a figure is worded: 以上/不少于, 超, 约, 以内/不超过, 不足. A bare target counts as a floor.</summary>
public enum Comparator
{
    /// <summary>No word beside the number.</summary>
    None,

    /// <summary>&gt;= 以上, 不少于, 不低于, 至少.</summary>
    AtLeast,

    /// <summary>&gt; 超, 超过, 突破, 多于, 余.</summary>
    MoreThan,

    /// <summary>~ 约, 近, 左右, 大概.</summary>
    About,

    /// <summary>&lt;= 以内, 不超过, 至多.</summary>
    AtMost,

    /// <summary>&lt; 不足, 不到, 少于.</summary>
    LessThan,
}
