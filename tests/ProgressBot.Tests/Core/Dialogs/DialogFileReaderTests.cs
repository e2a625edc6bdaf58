using ProgressBot.Core.Dialogs;

namespace ProgressBot.Tests.Core.Dialogs;

public sealed class DialogFileReaderTests
{
    const string Whole = """
        # a remark
        dialog: report
        for: [reporter, coordinator]
        listens: progress
        expires: 12h
        steps:
          - ask: answer
            when: draft is not given
            view: tasks
            read: progress
            choices: items
            buttons: [yes, no]
            on: { no: end }
          - say: thanks
            when: state is done
            then: end
        ---
        dialog: status
        aside: true
        steps:
          - do: show
        """;

    [Fact]
    public void Every_key_of_a_flow_file_is_read()
    {
        var dialogs = DialogFileReader.ReadFlows("flows.yaml", Whole);

        Assert.Equal(["report", "status"], dialogs.Select(dialog => dialog.Name));
        var report = dialogs[0];
        Assert.Equal(["reporter", "coordinator"], report.For);
        Assert.Equal(("progress", TimeSpan.FromHours(12), false), (report.Listens!, report.Expires, report.Aside));
        var ask = report.Steps[0];
        Assert.Equal((Verb.Ask, "answer", "tasks", "progress", "items"), (ask.Verb, ask.Name, ask.View, ask.Read, ask.Choices));
        Assert.Equal(["yes", "no"], ask.Buttons);
        Assert.Equal("end", ask.On["no"]);
        Assert.Equal(new Condition("draft", true, null), ask.When);
        Assert.Equal((Verb.Say, new Condition("state", false, "done"), "end"), (report.Steps[1].Verb, report.Steps[1].When!, report.Steps[1].Then!));
    }

    [Fact]
    public void What_is_not_written_has_its_usual_value()
    {
        var status = DialogFileReader.ReadFlows("flows.yaml", Whole)[1];

        Assert.True(status.Aside);
        Assert.Empty(status.For);
        Assert.Null(status.Listens);
        Assert.Equal(TimeSpan.FromDays(7), status.Expires);
        Assert.Equal("text", status.Steps[0].Read);
    }

    [Fact]
    public void A_place_is_the_file_and_the_line_of_a_dialog_or_step()
    {
        var dialogs = DialogFileReader.ReadFlows("flows.yaml", Whole);

        Assert.Equal(["flows.yaml:7", "flows.yaml:14", "flows.yaml:21"], dialogs.SelectMany(dialog => dialog.Steps).Select(step => step.Place.ToString()));
        Assert.Equal("flows.yaml:18", dialogs[1].Place.ToString());
    }

    [Theory]
    [InlineData("dialog: a\nrole: b\nsteps: []", "f.yaml:2: 'role' is not known here")]
    [InlineData("for: [reporter]\nsteps: []", "f.yaml:1: a dialog needs a name")]
    [InlineData("dialog: a", "f.yaml:1: dialog 'a' needs steps")]
    [InlineData("dialog: a\nsteps:\n  say: b", "f.yaml:1: dialog 'a' needs steps")]
    [InlineData("dialog: a\nsteps:\n  - say: b\n    text: c", "f.yaml:4: 'text' is not known here")]
    [InlineData("dialog: a\nsteps:\n  - say: b\n    do: c", "f.yaml:3: a step has one verb")]
    [InlineData("dialog: a\nsteps:\n  - when: b is given", "f.yaml:3: a step has one verb")]
    [InlineData("dialog: a\nsteps:\n  - say: b\n    when: b > 3", "f.yaml:3: 'b > 3' is not a condition")]
    [InlineData("dialog: a\nexpires: soon\nsteps: []", "f.yaml:1: 'soon' is not a duration")]
    [InlineData("dialog: a\nexpires: 0d\nsteps: []", "f.yaml:1: '0d' is not a duration")]
    [InlineData("dialog: [a, b]\nsteps: []", "f.yaml:1: a single text is expected here")]
    [InlineData("dialog: a\nsteps:\n  - say", "f.yaml:3: names with values are expected here")]
    [InlineData("dialog: a\nsteps:\n  - ask: b\n    on: c", "f.yaml:4: names with values are expected here")]
    [InlineData("- dialog", "f.yaml:1: names with values are expected here")]
    [InlineData("dialog: a\nsteps: ]", "f.yaml:2: ")]
    [InlineData("dialog: a\ndialog: b\nsteps: []", "f.yaml:2: ")]
    public void A_broken_file_is_refused_with_file_line_and_reason(string text, string fault) =>
        Assert.StartsWith(fault, Assert.Throws<DialogFileException>(() => DialogFileReader.ReadFlows("f.yaml", text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a:\n  - [b]", "zh-CN.yaml:2: a single text is expected here")]
    [InlineData("- a", "zh-CN.yaml:1: names with values are expected here")]
    [InlineData("a: 'b", "zh-CN.yaml:1: ")]
    public void Broken_wording_is_refused_with_file_line_and_reason(string text, string fault) =>
        Assert.StartsWith(fault, Assert.Throws<DialogFileException>(() => DialogFileReader.ReadWording("zh-CN", "zh-CN.yaml", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_dialog_that_stands_in_two_files_is_refused_with_both_places()
    {
        var fault = Assert.Throws<DialogFileException>(() => DialogBook.Read([("a.yaml", "dialog: x\nsteps: []"), ("b.yaml", "# again\ndialog: x\nsteps: []")]));

        Assert.Equal("b.yaml:2: dialog 'x' stands in a.yaml:1 already", fault.Message);
    }

    [Fact]
    public void A_folder_without_the_default_wording_is_refused() =>
        Assert.Contains("locales/zh-CN.yaml:1: the default wording is missing", Assert.Throws<DialogFileException>(() => DialogBook.Read([("locales/en.yaml", "a: b")])).Message, StringComparison.Ordinal);
}
