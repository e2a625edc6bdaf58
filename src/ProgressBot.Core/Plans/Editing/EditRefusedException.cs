namespace ProgressBot.Core.Plans.Editing;

/// <summary>A change that cannot be made; nothing has changed. Worded where it is shown, under <c>edit_refused</c> of the wording files.</summary>
public sealed class EditRefusedException(EditRefusal reason, params IReadOnlyList<object> about) : Exception($"{reason}: {string.Join(", ", about)}")
{
    public EditRefusal Reason { get; } = reason;

    /// <summary>What the words need, in their order: a name, a length; what kind of thing stands as a key of <c>edit_refused.things</c>.</summary>
    public IReadOnlyList<object> About { get; } = about;
}

/// <summary>Why an edit is refused.</summary>
public enum EditRefusal
{
    PlanClosed,

    /// <summary>Something is to be filled in.</summary>
    Empty,

    /// <summary>A text is longer than a number of characters.</summary>
    TooLong,

    /// <summary>Somebody else has removed or changed it meanwhile.</summary>
    Gone,
    DeadlineYear,
    PeriodFixed,
    LastUnit,
    LastItem,
    UnknownUnit,
    UnitInUse,
    GroupInGroup,
    IndicatorTwice,

    /// <summary>Figures are on record, so that the basis stays.</summary>
    BasisFixed,

    /// <summary>Figures are on record, so that the unit of measure stays.</summary>
    UnitOfMeasureFixed,
    TargetUnread,
    TargetRange,

    /// <summary>The revised document was dealt with before.</summary>
    RevisionSettled,

    /// <summary>The plan is not any more what was shown.</summary>
    PlanMoved,
}
