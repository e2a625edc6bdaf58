using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Core.Plans.Editing;

/// <summary>What an edit of a plan may look at.</summary>
/// <param name="HasFigures">Whether anybody has reported a value of an indicator, by its id.</param>
/// <param name="IsElsewhere">Whether a unit, by its id, has people, reports, a group, or a part in another plan.</param>
/// <param name="By">Who edits; null for the command line.</param>
/// <param name="Document">The document that asks for it; null when a coordinator does so without one.</param>
public sealed record EditFacts(Func<int, bool> HasFigures, Func<int, bool> IsElsewhere, RowNumbers Numbers, DateTimeOffset Now, int? By = null, string? Document = null);

/// <summary>A plan and all units, before or after an edit.</summary>
public sealed record EditedPlan(Plan Plan, IReadOnlyList<Unit> Units);

/// <summary>
/// Changes a plan. In a draft what is taken out is gone; in a plan in force it stays on record and is only no longer followed, because reports hang on it.
/// </summary>
public sealed class PlanEditor(EditFacts facts)
{
    const int LongestName = 60;
    const int LongestText = 1000;

    /// <summary>What one edit makes of a plan; what it was given stays as it is. A unit's name that nobody knows becomes a new unit.</summary>
    /// <exception cref="EditRefusedException">The edit cannot be made.</exception>
    public EditedPlan Apply(EditedPlan before, PlanEdit edit)
    {
        if (before.Plan.State == PlanState.Closed) throw new EditRefusedException(EditRefusal.PlanClosed);
        return edit switch
        {
            MergeUnit merge => UnitEditing.Merge(before, merge, facts),
            SetMembers set => UnitEditing.Set(Known(before, set.Units ?? []), set, TodayOf(before.Plan)),
            PutAssignment put => Put(Known(before, [put.Unit], put.IsGroup), put),
            AddItem add => Add(Known(before, add.Row), add.Row),
            _ => before with { Plan = Applied(before.Plan, edit) },
        };
    }

    Plan Applied(Plan plan, PlanEdit edit) => edit switch
    {
        ConfirmLeads => plan with { Items = [.. plan.Items.Select(Settled)] },
        RemoveAssignment remove => Remove(plan, remove),
        PutIndicator put => Changed(plan, put.Item, item => IndicatorEditing.Put(plan, item, put, facts)),
        RemoveIndicator remove => Changed(plan, remove.Item, item => item with
        {
            Indicators = TakeOut(plan, item.Indicators, indicator => indicator.Id == remove.Indicator, indicator => indicator with { RemovedAt = facts.Now }, "indicator"),
        }),
        SetIndicatorDeadline set => Changed(plan, set.Item, item => IndicatorEditing.Date(item, set)),
        SetDeadline set => Changed(plan, set.Item, item => item with { Deadline = InReach(set.Deadline) }),
        PutRequirement put => Changed(plan, put.Item, item => Put(item, put)),
        RemoveRequirement remove => Changed(plan, remove.Item, item => item with
        {
            Requirements = TakeOut(plan, item.Requirements, line => line.Id == remove.Requirement, line => line with { RemovedAt = facts.Now }, "requirement"),
        }),
        RewordItem reword => Changed(plan, reword.Item, item => item with { Section = Short(reword.Section, "section", true), Goal = Long(reword.Goal, "goal") }),
        RemoveItem remove => Remove(plan, remove),
        SetSource set => Changed(plan, set.Item, item => item with { Source = set.Source, SourceText = set.SourceText }),
        SetPeriod set => plan.State == PlanState.Draft ? plan with { Period = set.Period } : throw new EditRefusedException(EditRefusal.PeriodFixed),
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    DateOnly TodayOf(Plan plan) => plan.Zone.Today(facts.Now);

    /// <summary>A deadline that makes sense.</summary>
    internal static DateOnly? InReach(DateOnly? deadline) => deadline is { Year: < 2000 or > 2100 } ? throw new EditRefusedException(EditRefusal.DeadlineYear) : deadline;

    internal static string Short(string? text, string what, bool mayBeEmpty = false) => Checked(text, what, LongestName, mayBeEmpty);

    static string Long(string? text, string what) => Checked(text, what, LongestText, false);

    static string Checked(string? text, string what, int longest, bool mayBeEmpty)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0 && !mayBeEmpty) throw new EditRefusedException(EditRefusal.Empty, what);
        return trimmed.Length <= longest ? trimmed : throw new EditRefusedException(EditRefusal.TooLong, what, longest);
    }

    internal static EditRefusedException Gone(string what) => new(EditRefusal.Gone, what);

    static Plan Changed(Plan plan, int itemId, Func<WorkItem, WorkItem> change)
    {
        if (!plan.Items.Any(item => item.Id == itemId && item.RemovedAt is null)) throw Gone("item");
        return plan with { Items = [.. plan.Items.Select(item => item.Id == itemId ? change(item) : item)] };
    }

    // a list of a draft loses the thing, a list of a plan in force keeps it marked
    static IReadOnlyList<T> TakeOut<T>(Plan plan, IReadOnlyList<T> things, Predicate<T> isMeant, Func<T, T> mark, string what)
    {
        if (!things.Any(thing => isMeant(thing))) throw Gone(what);
        return plan.State == PlanState.Draft ? [.. things.Where(thing => !isMeant(thing))] : [.. things.Select(thing => isMeant(thing) ? mark(thing) : thing)];
    }

    EditedPlan Known(EditedPlan before, DraftRow row) => row.Units.Aggregate(before, (known, unit) => Known(known, [unit.Name], unit.IsGroup));

    EditedPlan Known(EditedPlan before, IReadOnlyList<string> names, bool isGroup = false) => names.Select(name => Short(name, "unit")).Distinct().Aggregate(before, (known, name) =>
        known.Units.Any(unit => unit.IsCalled(name)) ? known
            : known with { Units = [.. known.Units, new Unit { Id = facts.Numbers.Next<Unit>(), Name = name, IsGroup = isGroup }] });

    EditedPlan Put(EditedPlan before, PutAssignment put)
    {
        var unit = UnitEditing.Called(before.Units, put.Unit.Trim());
        return before with { Plan = Changed(before.Plan, put.Item, item => Settled(Put(before.Plan, item, unit, put.Role))) };
    }

    WorkItem Put(Plan plan, WorkItem item, Unit unit, UnitRole role)
    {
        var others = item.Assignments.Select(part => role == UnitRole.Lead && part.Role == UnitRole.Lead ? part with { Role = UnitRole.Assist } : part).ToList();
        if (others.Exists(part => part.UnitId == unit.Id))
            return item with { Assignments = [.. others.Select(part => part.UnitId == unit.Id ? part with { Role = role, Until = null } : part)] };
        var added = new Assignment
        {
            Id = facts.Numbers.Next<Assignment>(), WorkItemId = item.Id, UnitId = unit.Id, Role = role, From = plan.State == PlanState.Active ? TodayOf(plan) : null,
        };
        return item with { Assignments = [.. others, added] };
    }

    static WorkItem Settled(WorkItem item) => item with { Assignments = [.. item.Assignments.Select(part => part.RoleIsGuess ? part with { RoleIsGuess = false } : part)] };

    Plan Remove(Plan plan, RemoveAssignment remove)
    {
        var today = TodayOf(plan);
        return Changed(plan, remove.Item, item => item.Assignments.Count(part => part.IsIn(today)) == 1 ? throw new EditRefusedException(EditRefusal.LastUnit) : item with
        {
            Assignments = TakeOut(plan, item.Assignments, part => part.UnitId == remove.Unit, part => part with { Until = today.AddDays(-1) }, "unit"),
        });
    }

    WorkItem Put(WorkItem item, PutRequirement put)
    {
        var text = Long(put.Text, "evidence");
        var read = EvidenceList.Parse(text) is [var one] ? one : new DraftEvidence(text, [], null, false);
        var known = put.Requirement is { } id ? item.Requirements.FirstOrDefault(line => line.Id == id) ?? throw Gone("requirement") : null;
        var line = (known ?? new EvidenceRequirement { Id = facts.Numbers.Next<EvidenceRequirement>(), WorkItemId = item.Id, Text = text }) with
        {
            Text = text, Condition = read.Condition, Alternatives = [.. read.Alternatives], AwaitsOthers = read.AwaitsOthers,
        };
        return item with { Requirements = known is null ? [.. item.Requirements, line] : [.. item.Requirements.Select(each => each.Id == line.Id ? line : each)] };
    }

    EditedPlan Add(EditedPlan before, DraftRow row)
    {
        var plan = before.Plan;
        var number = plan.Items.Select(item => item.Number).DefaultIfEmpty().Max() + 1;
        var isOnly = plan.Items.All(item => item.Section != row.Section);
        var added = Adoption.Item(row, number, isOnly, named => UnitEditing.Called(before.Units, named.Name).Id, plan.Id, facts.Numbers);
        if (plan.State == PlanState.Active) added = added with { Assignments = [.. added.Assignments.Select(part => part with { From = TodayOf(plan) })] };
        return before with { Plan = plan with { Items = [.. plan.Items, added] } };
    }

    Plan Remove(Plan plan, RemoveItem remove)
    {
        var followed = plan.Items.Where(item => item.RemovedAt is null).ToList();
        if (followed is [var last] && last.Id == remove.Item) throw new EditRefusedException(EditRefusal.LastItem);
        return plan with { Items = TakeOut(plan, plan.Items, item => item.Id == remove.Item && item.RemovedAt is null, item => item with { RemovedAt = facts.Now }, "item") };
    }
}
