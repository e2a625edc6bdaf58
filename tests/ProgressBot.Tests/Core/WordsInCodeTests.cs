using System.Text.RegularExpressions;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Core;

/// <summary>What people read stands in <c>dialogs/locales</c>: no Chinese in the shell's code or in the page, comments aside.</summary>
public sealed partial class WordsInCodeTests
{
    static readonly string Shell = Path.Combine(Repository.Root, "src", "ProgressBot");

    /// <summary>Files and folders that may, and why.</summary>
    static readonly Dictionary<string, string> Allowed = new()
    {
        ["Channels/DirectLine/IncomingActivities.cs"] = "the bot's own name, the same to everybody",
        ["Commands/CommandTree.cs"] = "units of measure as examples of what may be given",
        ["Commands/DraftExplanation.cs"] = "how a document was read, in its own terms",
        ["Commands/DraftText.cs"] = "a document's own terms, as the plan reader names them",
        ["Commands/PlanReadCommand.cs"] = "the heading of how a document was read",
        ["Demo/"] = "the cast and what it says",
        ["Files/"] = "reasons of unreadable documents, numerals and fonts of documents",
        ["Plans/"] = "headings of the exported workbook, reasons of the store",
    };

    [Fact]
    public void No_word_that_people_read_stands_in_the_code()
    {
        var found = Lines().Where(line => !Allowed.Keys.Any(allowed => line.Path.StartsWith(allowed, StringComparison.Ordinal)));

        Assert.Empty(found.Select(line => $"{line.Path}:{line.Number}: {line.Code.Trim()}"));
    }

    [Fact]
    public void Nothing_is_allowed_that_is_not_needed() => Assert.All(
        Allowed.Keys, allowed => Assert.Contains(Lines(), line => line.Path.StartsWith(allowed, StringComparison.Ordinal)));

    [Theory]
    [InlineData("    Say(\"您好\");", true)]
    [InlineData("    Say(\"您好\"); // 您好", true)]
    [InlineData("    /// <summary>导出 on the page</summary>", false)]
    [InlineData("    Say(\"https://a.example\"); // 您好", false)]
    [InlineData("<p>您好</p>", true)]
    [InlineData("<!-- 您好 -->", false)]
    public void A_comment_is_told_from_code(string line, bool expected) => Assert.Equal(expected, Chinese().IsMatch(Code(line)));

    static IEnumerable<(string Path, int Number, string Code)> Lines() =>
        from file in Directory.EnumerateFiles(Shell, "*", new EnumerationOptions { RecurseSubdirectories = true })
        let path = Path.GetRelativePath(Shell, file).Replace('\\', '/')
        where Path.GetExtension(file) is ".cs" or ".js" or ".html" or ".css" && !path.Contains("node_modules/", StringComparison.Ordinal)
        from line in File.ReadLines(file).Index()
        let code = Code(line.Item)
        where Chinese().IsMatch(code)
        select (path, line.Index + 1, code);

    static string Code(string line) => Comment().Replace(line, "");

    [GeneratedRegex(@"(^|\s)//.*$|<!--.*?-->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Chinese();
}
