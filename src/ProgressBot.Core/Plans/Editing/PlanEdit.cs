using System.Text.Json.Serialization;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>One thing that a coordinator changes in a plan. Items, indicators and so on are named by their ids; null is a new one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "edit")]
[JsonDerivedType(typeof(PutAssignment), "assignment")]
[JsonDerivedType(typeof(ConfirmLeads), "confirmLeads")]
[JsonDerivedType(typeof(RemoveAssignment), "removeAssignment")]
[JsonDerivedType(typeof(MergeUnit), "mergeUnit")]
[JsonDerivedType(typeof(SetMembers), "members")]
[JsonDerivedType(typeof(PutIndicator), "indicator")]
[JsonDerivedType(typeof(SetIndicatorDeadline), "indicatorDeadline")]
[JsonDerivedType(typeof(RemoveIndicator), "removeIndicator")]
[JsonDerivedType(typeof(SetDeadline), "deadline")]
[JsonDerivedType(typeof(PutRequirement), "requirement")]
[JsonDerivedType(typeof(RemoveRequirement), "removeRequirement")]
[JsonDerivedType(typeof(RewordItem), "item")]
[JsonDerivedType(typeof(RemoveItem), "removeItem")]
[JsonDerivedType(typeof(AddItem), "addItem")]
[JsonDerivedType(typeof(SetSource), "source")]
[JsonDerivedType(typeof(SetPeriod), "period")]
public abstract record PlanEdit
{
    private protected PlanEdit() { }
}

/// <summary>A unit answers for an item, in this role; a unit that is in it already gets the role. What was a guess is settled by it.</summary>
/// <param name="Unit">Name or alias; one that nobody knows becomes a new unit.</param>
public sealed record PutAssignment(int Item, string Unit, UnitRole Role) : PlanEdit
{
    /// <summary>Whether a new unit would be a group.</summary>
    public bool IsGroup { get; init; }
}

/// <summary>Every lead that was a guess is right.</summary>
public sealed record ConfirmLeads : PlanEdit;

public sealed record RemoveAssignment(int Item, int Unit) : PlanEdit;

/// <summary>A unit that came in with the plan is a known one under another name, which becomes its alias.</summary>
public sealed record MergeUnit(int Unit, int Into) : PlanEdit;

/// <summary>Who belongs to a unit group: exactly these, by name.</summary>
public sealed record SetMembers(int Group, IReadOnlyList<string> Units) : PlanEdit;

/// <param name="Target">As people write it: 3.2亿元, 不少于400人次. Without a unit of measure the indicator's own is meant.</param>
/// <param name="Comparator">Used where the target's words do not say.</param>
public sealed record PutIndicator(
    int Item, int? Indicator, string Name, string Target, Comparator Comparator, bool Aspirational, DateOnly? Deadline, Basis Basis, Sharing Sharing) : PlanEdit;

public sealed record SetIndicatorDeadline(int Item, int Indicator, DateOnly? Deadline) : PlanEdit;

public sealed record RemoveIndicator(int Item, int Indicator) : PlanEdit;

/// <summary>The item's own deadline; null for none.</summary>
public sealed record SetDeadline(int Item, DateOnly? Deadline) : PlanEdit;

/// <summary>One line of an item's evidence checklist.</summary>
public sealed record PutRequirement(int Item, int? Requirement, string Text) : PlanEdit;

public sealed record RemoveRequirement(int Item, int Requirement) : PlanEdit;

public sealed record RewordItem(int Item, string Section, string Goal) : PlanEdit;

public sealed record RemoveItem(int Item) : PlanEdit;

/// <summary>A goal that a revised document brings.</summary>
public sealed record AddItem(DraftRow Row) : PlanEdit;

/// <summary>Where an item stands in a revised document.</summary>
public sealed record SetSource(int Item, string Source, string? SourceText) : PlanEdit;

public sealed record SetPeriod(RoundPeriod Period) : PlanEdit;
