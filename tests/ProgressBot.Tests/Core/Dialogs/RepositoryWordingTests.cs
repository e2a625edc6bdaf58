using ProgressBot.Channels;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Storage;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

namespace ProgressBot.Tests.Core.Dialogs;

/// <summary>The wording as it stands in the folder <c>dialogs</c>, in every language.</summary>
public sealed class RepositoryWordingTests
{
    static readonly DialogBook Book = DialogLibrary.Read(Path.Combine(Repository.Root, "dialogs"));

    public static TheoryData<string> Locales => [.. Book.Wordings.Keys];

    [Fact]
    public void Nothing_is_wrong_with_the_dialogs_and_their_wording() =>
        Assert.Empty(DialogLibrary.Faults(Path.Combine(Repository.Root, "dialogs")));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_doubt_about_a_figure_can_be_asked(string locale) =>
        Assert.All(Enum.GetValues<DoubtKind>(), kind => Assert.True(Book.Wording(locale).Has($"question.{Phrasing.Name(kind)}"), kind.ToString()));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_refused_edit_has_its_sentence_with_nothing_left_unsaid(string locale)
    {
        foreach (var reason in Enum.GetValues<EditRefusal>())
        {
            var sentence = Book.Wording(locale).Text(new EditRefusedException(reason, "goal", "second", "third"));
            Assert.DoesNotContain('{', sentence);
        }
        foreach (var thing in (string[])["item", "indicator", "requirement", "evidence", "unit", "group", "section", "goal", "target"])
            Assert.True(Book.Wording(locale).Has($"edit_refused.things.{thing}"), thing);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_refused_file_has_its_sentence(string locale) => Assert.All(
        [null, .. Enum.GetValues<FileRefusal>().Cast<FileRefusal?>()],
        why => Assert.Contains("表.xlsx", FileWords.Text(Book.Wording(locale), why, "表.xlsx", 1), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_unit_of_measure_that_is_refused_has_its_sentence(string locale) =>
        Assert.All(Enum.GetValues<CounterFault>(), fault => Assert.True(Book.Wording(locale).Has($"counter.{Phrasing.Name(fault)}"), fault.ToString()));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Buttons_that_are_commands_work_when_they_are_typed(string locale)
    {
        (string Button, string Command)[] expected =
        [
            ("no_change", "no_change"), ("later", "later"), ("details", "tasks"), ("tasks", "tasks"), ("status", "status"), ("help", "help"), ("reviews", "reviews"),
            ("missing_count", "missing"), ("lights", "lights"), ("reviews_count", "reviews"), ("preview_digest", "digest"), ("nudge_all", "nudge"), ("nudge_unit", "nudge"),
            ("approve_all", "approve"), ("approve", "approve"), ("return", "return"), ("correct", "correct"), ("skip_digest", "skip_digest"), ("skip_digest_of", "skip_digest"),
            ("skip_all_digests", "skip_digest"), ("send_digest", "send_digest"),
        ];

        Assert.Equal(expected.Select(pair => pair.Command), expected.Select(pair => Typed(locale, pair.Button)));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Buttons_for_all_name_all(string locale)
    {
        foreach (var button in (string[])["nudge_all", "approve_all", "skip_all_digests"])
            Assert.True(IsName(Book.Commands.Find(Book.Wording(locale).Text($"buttons.{button}"), IsName)!.Value.Argument));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void A_table_and_a_week_have_all_their_columns(string locale)
    {
        Assert.Equal(6, Book.Wording(locale).Words("read_back.columns").Count);
        Assert.Equal(7, Book.Wording(locale).Words("format.weekdays").Count);
    }

    static string? Typed(string locale, string button) =>
        Book.Commands.Find(Book.Wording(locale).Text($"buttons.{button}", ("count", 5), ("number", 2), ("id", 2), ("unit", "区商务局")), IsName)?.Command;

    static bool IsName(string text) => text == "区商务局" || Book.Wordings.Values.Any(wording => wording.Words("names").Contains(text));
}
