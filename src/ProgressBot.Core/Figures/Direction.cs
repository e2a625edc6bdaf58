namespace ProgressBot.Core.Figures;

/// <summary>Which way a change went. The value itself stays positive: 下降3% is 3 with <see cref="Down"/>.</summary>
public enum Direction
{
    /// <summary>增长, 提高, 上升.</summary>
    Up,

    /// <summary>下降, 减少, 负.</summary>
    Down,
}
