using System.Runtime.CompilerServices;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;

namespace ProgressBot.Tests.Core.Plans;

/// <summary>
/// Published layouts in small, each with what has to be read from it: Layouts/*.layouts. A case is <c>=== file name</c>, the document,
/// <c>&gt;&gt;&gt;</c>, and a line per row.
/// </summary>
public sealed class LayoutTests
{
    static readonly Dictionary<string, LayoutCase> Cases =
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(Here())!, "Layouts"),
            "*.layouts").Order().SelectMany(LayoutCase.ReadAll).ToDictionary(layout => layout.FileName);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_layout_gives_the_rows_that_stand_beneath_it(string name)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Cases[name].Document));

        var draft = PlanReader.Read(DocumentFile.Open(stream, name));

        Assert.Equal(string.Join('\n', Cases[name].Expected), string.Join('\n', Cases[name].Seen(draft)));
    }

    static string Here([CallerFilePath] string path = "") => path;
}
