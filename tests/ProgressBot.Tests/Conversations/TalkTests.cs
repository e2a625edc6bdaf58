using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Conversations;

/// <summary>Every written talk, played through the whole bot. <c>ACCEPT=1 dotnet test</c> writes what was said into the files; the review is the diff.</summary>
public sealed class TalkTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests/ProgressBot.Tests/Conversations");
    static readonly bool Accept = Environment.GetEnvironmentVariable("ACCEPT") == "1";

    public static TheoryData<string> Talks => [.. Directory.EnumerateFiles(Folder, "*.convo", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_talk_goes_as_written_through_the_whole_bot(string name)
    {
        var talk = Talk.Read(Path.Combine(Folder, name), Folder);
        var start = talk.Inputs.OfType<TalkLine.Clock>().First().At;
        await using var world = await WholeBot.StartAsync(start);
        Compare(talk, await TalkPlayer.PlayAsync(talk, world));
    }

    static void Compare(Talk talk, string played)
    {
        if (Accept && played != talk.Text) File.WriteAllText(talk.Path, played);
        else Assert.Equal(talk.Text.Split('\n'), played.Split('\n'));
    }
}
