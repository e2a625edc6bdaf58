using ProgressBot.Commands;

namespace ProgressBot.Tests.Files;

public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_sample_gives_the_draft_beside_it(string name)
    {
        var draft = DraftText.Of(Samples.Read(name)).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            File.WriteAllText(Samples.Golden(name), draft);

        Assert.Equal(File.ReadAllText(Samples.Golden(name)), draft);
    }
}
