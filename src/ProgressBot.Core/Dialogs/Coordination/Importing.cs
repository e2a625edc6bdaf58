using System.Globalization;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>A plan dropped into the chat: what was read in a few lines, then 导入 or not. Nothing is in force before somebody activates it on the page.</summary>
static class Importing
{
    const int MostConflicts = 3;
    const int MostNames = 3;
    const string Key = "plan_key";
    const string Name = "plan_file";
    const string Title = "plan_title";
    const string Year = "plan_year";
    const string Text = "plan_review";

    public static string? Offered(Turn turn) => turn.Session.Values.GetValueOrDefault(Key);

    /// <summary>Takes a file that can be meant as a plan. Whoever reports, too, may have sent evidence: then what is no plan is left to the report.</summary>
    public static Reading Read(Turn turn, string? choice)
    {
        if (turn.Facts.PlanFiles.Count == 0) return Reading.NotUnderstood;
        switch (turn.Facts.PlanFiles.Where(file => file.HasRows).ToList())
        {
            case [var file]: return Take(turn, file);
            case []: return Reports(turn) ? Reading.NotUnderstood : Refuse(turn, turn.Facts.PlanFiles[0]);
            default:
                turn.Say("import_plan.one_at_a_time");
                return Reading.Again;
        }
    }

    /// <summary>The offer is answered by a button, by another file, or by choosing that the file is evidence.</summary>
    public static Reading Answer(Turn turn, string? choice)
    {
        if (choice is null) return Read(turn, null);
        var file = new IncomingFile(turn.Session.Values[Name], "", 0, turn.Session.Values[Key]);
        turn.Session.End();
        turn.Session.Dialog = "report";
        EvidenceReader.Take(turn, [], [file], turn.Facts.Tasks, []);
        return Reading.Understood;
    }

    public static Outgoing View(Turn turn) => new(turn.Session.Values[Text]);

    public static IEnumerable<Button> Choices(Turn turn) => Reports(turn) ? [turn.Button("import_plan.evidence")] : [];

    public static void Import(Turn turn)
    {
        var values = turn.Session.Values;
        if (Known(turn, values[Title], int.Parse(values[Year], CultureInfo.InvariantCulture)) is { } known)
        {
            turn.Say("import_plan.known", ("plan", known.Title), ("link", Link(turn, known.Id)));
            return;
        }
        var id = turn.Facts.NextPlan;
        turn.Emit(new PlanImported(id, values[Key]));
        turn.Say("import_plan.done", ("plan", values[Title]), ("link", Link(turn, id)));
    }

    static bool Reports(Turn turn) => turn.Facts.Tasks.Any(task => task.Report.IsOpen);

    static Reading Refuse(Turn turn, PlanFile file)
    {
        turn.Say("import_plan.refused", ("file", file.File.Name), ("why", file.Refusal ?? string.Join("", Adoption.Obstacles(file.Draft!))));
        return Reading.Again;
    }

    static Reading Take(Turn turn, PlanFile file)
    {
        var draft = file.Draft!;
        if (Adoption.Obstacles(draft).Count > 0) return Refuse(turn, file);
        if (Known(turn, draft.Title, draft.Year) is { } known) return Revise(turn, file, known);
        var values = turn.Session.Values;
        (values[Key], values[Name], values[Title], values[Year]) = (file.File.Key, file.File.Name, draft.Title, draft.Year!.Value.ToString(CultureInfo.InvariantCulture));
        values[Text] = Review(turn, draft);
        turn.Emit(new PlanOffered(file.File.Key, file.File.Name, draft.Title));
        return Reading.Understood;
    }

    // another edition of a plan in force changes nothing by itself: what differs is decided on the page
    static Reading Revise(Turn turn, PlanFile file, PlanHead known)
    {
        var plan = turn.Facts.Ledger.Plans.FirstOrDefault(plan => plan.Id == known.Id);
        var changes = plan is null ? [] : PlanDifference.Of(plan, file.Draft!, turn.Facts.Ledger.Units);
        if (changes.Count == 0)
        {
            turn.Say(plan is null ? "import_plan.known" : "import_plan.revision.same", ("plan", known.Title), ("link", Link(turn, known.Id)));
            return Reading.Again;
        }
        turn.Emit(new PlanOffered(file.File.Key, file.File.Name, file.Draft!.Title, known.Id));
        turn.Say(new Outgoing(Differences(turn, known, changes)));
        return Reading.Stop;
    }

    static string Differences(Turn turn, PlanHead known, IReadOnlyList<PlanChange> changes)
    {
        var counts = changes.GroupBy(change => change.Kind).OrderBy(group => group.Key)
            .Select(group => turn.Wording.Text($"import_plan.revision.kinds.{Phrasing.Name(group.Key)}", ("count", group.Count())));
        var targets = changes.Where(change => change.Kind == PlanChangeKind.Target).ToList();
        string[] lines =
        [
            turn.Wording.Text("import_plan.revision.title", ("plan", known.Title), ("count", changes.Count)),
            string.Join(turn.Wording.Text("format.comma"), counts),
            .. targets.Take(MostConflicts).Select(change => turn.Wording.Text("import_plan.revision.target", ("where", change.Where), ("before", change.Before), ("after", change.After))),
            .. targets.Count > MostConflicts ? [turn.Wording.Text("import_plan.review.more", ("count", targets.Count - MostConflicts))] : Array.Empty<string>(),
            turn.Wording.Text("import_plan.revision.how", ("link", Link(turn, known.Id))),
        ];
        return string.Join('\n', lines);
    }

    static string Review(Turn turn, PlanDraft draft)
    {
        var review = DraftReview.Of(draft, turn.Facts.Ledger.Units, turn.Facts.Today);
        string[] lines =
        [
            turn.Wording.Text("import_plan.review.title", ("plan", draft.Title), ("year", draft.Year)),
            turn.Wording.Text("import_plan.review.counts", ("rows", review.Rows), ("indicators", review.Indicators), ("units", review.Units)),
            .. review.NewUnits.Count > 0 ? [turn.Wording.Text("import_plan.review.new_units", ("count", review.NewUnits.Count), ("units", UnitNames(turn, review.NewUnits)))] : Array.Empty<string>(),
            .. PastDue(turn, review),
            .. Conflicts(turn, draft.Conflicts),
            .. draft.Warnings.Count > 0 ? [turn.Wording.Text("import_plan.review.warnings", ("count", draft.Warnings.Count))] : Array.Empty<string>(),
            turn.Wording.Text("import_plan.review.question"),
        ];
        return string.Join('\n', lines);
    }

    static IEnumerable<string> PastDue(Turn turn, DraftReview review) => review.PastDue.Count == 0 ? [] :
    [
        turn.Wording.Text("import_plan.review.past_due", ("count", review.PastDue.Count), ("items", turn.Phrasing.Names(
            [.. review.PastDue.Select(item => turn.Wording.Text("import_plan.review.past_due_item", ("item", ItemName.Of(item.Row.Section, item.Row.Goal, true, [])), ("day", turn.Phrasing.Day(item.Deadline))))], MostNames))),
    ];

    static IEnumerable<string> Conflicts(Turn turn, IReadOnlyList<DraftConflict> conflicts) => conflicts.Count == 0 ? [] :
    [
        turn.Wording.Text("import_plan.review.conflicts", ("count", conflicts.Count)),
        .. conflicts.Take(MostConflicts).Select(conflict => turn.Wording.Text(ConflictKey(conflict), ("body", conflict.Body), ("table", conflict.Table))),
        .. conflicts.Count > MostConflicts ? [turn.Wording.Text("import_plan.review.more", ("count", conflicts.Count - MostConflicts))] : Array.Empty<string>(),
    ];

    static string ConflictKey(DraftConflict conflict) => "import_plan.review." + (conflict.Table.Length == 0 ? "body_only" : conflict.Body.Length == 0 ? "table_only" : "conflict");

    static string UnitNames(Turn turn, IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(turn.Wording.Text("format.comma"), names)
        : turn.Wording.Text("format.unit_names", ("names", string.Join(turn.Wording.Text("format.comma"), names.Take(MostNames))), ("count", names.Count));

    static PlanHead? Known(Turn turn, string title, int? year) => turn.Facts.PlanHeads.FirstOrDefault(plan => plan.IsEditionOf(title, year));

    static string Link(Turn turn, int plan) => string.Create(CultureInfo.InvariantCulture, $"{turn.Facts.PublicUrl}/plans/{plan}");
}
