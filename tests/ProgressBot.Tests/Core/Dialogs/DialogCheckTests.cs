using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

namespace ProgressBot.Tests.Core.Dialogs;

public sealed class DialogCheckTests
{
    const string Flows = """
        dialog: status
        aside: true
        steps:
          - say: board
        ---
        dialog: report
        for: [reporter]
        listens: progress
        steps:
          - ask: answer
            read: progress
            when: draft is given
            view: tasks
            choices: items
            buttons: [yes, no]
            on: { yes: sent, no: end }
          - do: send
          - say: sent
        ---
        dialog: cancel
        aside: true
        steps:
          - do: send
        """;

    const string Chinese = """
        commands:
          status: [进度]
          cancel: [取消]
        status: { board: { say: "共{count}项" } }
        report:
          sent: { say: 已收到 }
        buttons:
          yes: 是
          no: 否
        """;

    const string English = """
        commands:
          status: [status]
          cancel: [cancel]
        status: { board: { say: "{count} items" } }
        report:
          sent: { say: Received }
        buttons:
          yes: "Yes"
          no: "No"
        """;

    [Fact]
    public void A_sound_folder_has_no_faults() => Assert.Empty(Check(Flows, Chinese, English));

    [Theory]
    [InlineData("listens: progress", "listens: gossip", "a.yaml:6: nothing is called 'gossip' (listens)")]
    [InlineData("[reporter]", "[reader]", "a.yaml:6: 'reader' is no role")]
    [InlineData("do: send", "do: vanish", "a.yaml:17: nothing is called 'vanish' (do)")]
    [InlineData("read: progress", "read: minds", "a.yaml:10: nothing is called 'minds' (read)")]
    [InlineData("when: draft", "when: moon", "a.yaml:10: nothing is called 'moon' (when)")]
    [InlineData("view: tasks", "view: sea", "a.yaml:10: nothing is called 'sea' (view)")]
    [InlineData("choices: items", "choices: fruit", "a.yaml:10: nothing is called 'fruit' (choices)")]
    [InlineData("yes: sent", "yes: gone", "a.yaml:10: there is no step 'gone'")]
    [InlineData("yes: sent", "yes: /gone", "a.yaml:10: there is no step '/gone'")]
    [InlineData("yes: sent", "maybe: sent", "a.yaml:10: on: names a button that the step does not have")]
    [InlineData("- do: send", "- say: sent", "a.yaml:18: step 'sent' stands twice")]
    [InlineData("- say: sent", "- say: sent\n    then: send", "a.yaml:18: goes back to 'send' without waiting for anybody")]
    [InlineData("- say: board", "- ask: board", "a.yaml:1: a dialog on the side cannot ask")]
    [InlineData("    view: tasks\n", "", "locales/en.yaml: 'report.answer.ask' is missing")]
    [InlineData("buttons: [yes, no]", "buttons: [yes, no, later]", "locales/zh-CN.yaml: 'buttons.later' is missing")]
    [InlineData("listens: progress", "expires: 1d", "a.yaml:6: no word starts dialog 'report'")]
    public void A_fault_in_a_flow_is_found(string sound, string broken, string fault)
    {
        Assert.Contains(sound, Flows, StringComparison.Ordinal);
        Assert.Contains(fault, Check(Flows.Replace(sound, broken, StringComparison.Ordinal), Chinese, English));
    }

    [Theory]
    [InlineData("  no: \"No\"", "", "locales/en.yaml: 'buttons.no' is missing")]
    [InlineData("  no: \"No\"", "  no: \"No\"\n  perhaps: Perhaps", "locales/en.yaml: 'buttons.perhaps' stands in no other language")]
    [InlineData("  cancel: [cancel]", "", "locales/en.yaml: the list 'commands.cancel' is missing")]
    [InlineData("{count} items", "{number} items", "locales/en.yaml: 'status.board.say' has {number}, which nobody fills in")]
    [InlineData("  cancel: [cancel]", "  cancel: [cancel]\n  fly: [fly]", "locales: commands.fly starts no dialog")]
    public void A_fault_in_a_language_is_found(string sound, string broken, string fault)
    {
        Assert.Contains(sound, English, StringComparison.Ordinal);
        Assert.Contains(fault, Check(Flows, Chinese, English.Replace(sound, broken, StringComparison.Ordinal)));
    }

    [Fact]
    public void Going_back_to_a_question_is_no_loop() =>
        Assert.Empty(Check(Flows.Replace("    when: draft is given\n", "", StringComparison.Ordinal).Replace("- say: sent", "- say: sent\n    then: answer", StringComparison.Ordinal), Chinese, English));

    [Fact]
    public void The_dialogs_that_come_with_the_bot_have_no_faults() => Assert.Empty(DialogLibrary.Faults(Path.Combine(Repository.Root, "dialogs")));

    static IReadOnlyList<string> Check(string flows, string chinese, string english)
    {
        var names = new DialogNames();
        names.Readers["progress"] = (_, _) => Reading.Understood;
        names.Readers["text"] = (_, _) => Reading.Understood;
        names.Actions["send"] = _ => { };
        names.Facts["draft"] = _ => null;
        names.Views["tasks"] = _ => new Outgoing("");
        names.Choices["items"] = _ => [];
        return DialogCheck.Check(DialogBook.Read([("a.yaml", flows), ("locales/zh-CN.yaml", chinese), ("locales/en.yaml", english)]), names);
    }
}
