using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Editing;

namespace ProgressBot.Core.Dialogs;

/// <summary>What is to be said about a plan and its editing, in the reader's language.</summary>
public static class PlanWords
{
    /// <summary>One sentence on why an edit was refused, and what to do.</summary>
    public static string Text(this Wording wording, EditRefusedException refused) => wording.Text(
        $"edit_refused.{Phrasing.Name(refused.Reason)}",
        [.. Details(refused.Reason).Zip(refused.About, (name, value) => (name, (object?)Worded(wording, name, value)))]);

    /// <summary>One sentence on what would go unreported, and what to do.</summary>
    public static string Text(this Wording wording, Attention point) => point switch
    {
        Attention.NobodyReports(var number, var indicator) =>
            wording.Text("attention.nobody_reports", ("number", number), ("indicator", indicator)),
        Attention.GroupWithoutMembers(var unit) => wording.Text("attention.group_without_members", ("unit", unit)),
        _ => throw new ArgumentOutOfRangeException(nameof(point)),
    };

    // the placeholders of a refusal, in the order in which the editor names what it is about
    static string[] Details(EditRefusal reason) => reason switch
    {
        EditRefusal.Empty or EditRefusal.Gone => ["what"],
        EditRefusal.TooLong => ["what", "longest"],
        EditRefusal.UnknownUnit or EditRefusal.UnitInUse or EditRefusal.IndicatorTwice or EditRefusal.BasisFixed => ["name"],
        EditRefusal.UnitOfMeasureFixed => ["name", "before", "after"],
        EditRefusal.TargetUnread => ["text"],
        _ => [],
    };

    static object Worded(Wording wording, string name, object value) =>
        name == "what" ? wording.Text($"edit_refused.things.{value}") : value;
}
