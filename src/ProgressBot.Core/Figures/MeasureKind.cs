namespace ProgressBot.Core.Figures;

/// <summary>What sort of quantity a unit measures.</summary>
public enum MeasureKind
{
    /// <summary>Things that are counted one by one: 个, 家, 篇, 场.</summary>
    Count,

    /// <summary>Persons: 人, 名, 位.</summary>
    People,

    /// <summary>Occasions, one per person and time: 人次, 场次.</summary>
    Occasions,

    /// <summary>元, 美元.</summary>
    Money,

    /// <summary>亩, 平方米.</summary>
    Area,

    /// <summary>公里, 米.</summary>
    Length,

    /// <summary>吨, 公斤.</summary>
    Weight,

    /// <summary>立方米, 升.</summary>
    Volume,

    /// <summary>千瓦, 千瓦时, 度.</summary>
    Energy,

    /// <summary>天, 小时.</summary>
    Duration,

    /// <summary>%, 成, ‰.</summary>
    Percent,

    /// <summary>个百分点.</summary>
    Points,

    /// <summary>倍.</summary>
    Times,

    /// <summary>Anything else: ℃, TB.</summary>
    Other,
}
