using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>
/// Reports that came back: 补材料 N, 修改N, 写说明 N. What stood is still there; the missing proof, another number or an explanation sends the whole to review again.
/// </summary>
static class Returned
{
    public static void Register(DialogNames names)
    {
        names.Actions["begin_proof"] = Begin;
        names.Actions["begin_explanation"] = Begin;
        names.Actions["told"] = _ => { };
        names.Views["returned_proof"] = turn => View(turn, "add_proof.proof.ask");
        names.Views["returned_explanation"] = turn => View(turn, "explain.text.ask");
        names.Readers["explanation"] = ReadExplanation;
    }

    /// <summary>The report that a button or a number means, or the only one that came back.</summary>
    static void Begin(Turn turn)
    {
        var number = new string([.. turn.Argument.TakeWhile(char.IsAsciiDigit)]);
        var returned = turn.Facts.Tasks.Where(task => task.Report.State == ReportState.Returned).ToList();
        var meant = turn.Tap is { Reports.Count: 1 } tap ? turn.Facts.Tasks.FirstOrDefault(task => tap.Reports.ContainsKey(task.Report.Id))
            : number.Length > 0 ? turn.Facts.Tasks.FirstOrDefault(task => task.Number.ToString(CultureInfo.InvariantCulture) == number)
            : returned is [var only] ? only : null;
        if (meant is { Report.State: ReportState.Returned })
        {
            turn.Draft.Only = [meant.Report.Id];
            turn.Draft.Enough = true;
            ReadTail(turn, number);
            return;
        }
        if (meant is not null) turn.Say("returned.not_returned", ("item", meant.Item.Name));
        else if (returned.Count == 0) turn.Say("returned.none");
        else turn.Say(Ask(turn, returned));
        turn.Session.End();
    }

    // 补材料5 https://…: what stands behind the number, and the files beside it, are taken at once
    static void ReadTail(Turn turn, string number)
    {
        var tail = turn.Tap is null ? turn.Argument[number.Length..].Trim(' ', '，', ',', '：', ':', '、') : "";
        if (tail.Length == 0 && turn.Input.Files.Count == 0) return;
        turn.Text = tail.Length == 0 ? "" : InputText.AsTyped(turn.Input.Text, tail);
        if (ProgressReader.Read(turn, null).Kind != ReadKind.Understood && tail.Length > 1) Explain(turn);
    }

    static void Explain(Turn turn) => turn.Draft.Put(new DraftStatement(turn.Draft.Only[0], StatementKind.Explanation, turn.Text.Trim(), null) { Message = turn.Origin });

    static Outgoing View(Turn turn, string key)
    {
        var task = turn.DraftTasks[0];
        return new Outgoing(turn.Wording.Text(key, ("item", Stands(turn, task)), ("reason", task.Report.Standing?.ReturnReason)));
    }

    static Reading ReadExplanation(Turn turn, string? choice)
    {
        var text = turn.Text.Trim();
        if (text.Length < 2) return Reading.NotUnderstood;
        Explain(turn);
        turn.Draft.Enough = true;
        return Reading.Understood;
    }

    /// <summary>What stands in a report, in a few words: 培训就业 累计380人次.</summary>
    public static string Stands(Turn turn, ReportTask task)
    {
        var standing = task.Report.Standing;
        string[] parts =
        [
            .. task.Indicators.Where(indicator => standing?.Of(indicator.Id) is not null).Select(indicator =>
                turn.Wording.Text("read_back.kept_figure", ("indicator", indicator.Name), ("total", Phrasing.Amount(standing!.Of(indicator.Id)!.Total, indicator)))),
            .. (standing?.States ?? []).Select(state => $"{task.Item.Name}{turn.Phrasing.Milestone(state.State)}"),
        ];
        return parts.Length == 0 ? task.Item.Name : string.Join(turn.Wording.Text("format.comma"), parts);
    }

    /// <summary>What is still open of reports that came back, and how to close it.</summary>
    public static Outgoing Ask(Turn turn, IReadOnlyList<ReportTask> returned) => new(string.Join('\n',
    [
        turn.Wording.Text("returned.header", ("count", returned.Count)),
        .. returned.Select(task => turn.Wording.Text("returned.line", ("number", task.Number), ("item", Stands(turn, task)), ("reason", task.Report.Standing?.ReturnReason))),
    ]))
    {
        Buttons =
        [
            .. returned.Take(1).SelectMany(task => (Button[])
            [
                turn.Button("buttons.add_proof", ("number", task.Number)), turn.Button("buttons.correct", ("number", task.Number)), turn.Button("buttons.explain", ("number", task.Number)),
            ]).Select(button => button with { Data = Tap.OnReport(returned[0].Report.Id, returned[0].Report.Revision) }),
        ],
    };
}
