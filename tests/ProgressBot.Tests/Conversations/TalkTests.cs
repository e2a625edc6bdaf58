using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Conversations;

/// <summary>
/// Every written talk, played through the whole bot and, word for word the same, by the pure engine alone. <c>ACCEPT=1 dotnet test</c> writes what the whole bot
/// said into the files; the review is the diff.
/// </summary>
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
        var talk = Read(name);
        await using var world = await WholeBot.StartAsync(Start(talk));
        var played = await TalkPlayer.PlayAsync(talk, world);
        if (Accept && played != talk.Text) await File.WriteAllTextAsync(talk.Path, played, TestContext.Current.CancellationToken);
        else Compare(talk, played);
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_talk_goes_as_written_in_the_pure_engine(string name)
    {
        Assert.SkipWhen(Accept, "the files are being written by the whole bot");
        var talk = Read(name);
        await using var world = new PureBot(Start(talk));
        Compare(talk, await TalkPlayer.PlayAsync(talk, world));
    }

    internal static Talk Read(string name) => Talk.Read(Path.Combine(Folder, name), Folder);

    internal static DateTimeOffset Start(Talk talk) => talk.Inputs.OfType<TalkLine.Clock>().First().At;

    static void Compare(Talk talk, string played) => Assert.Equal(talk.Text.Split('\n'), played.Split('\n'));
}
