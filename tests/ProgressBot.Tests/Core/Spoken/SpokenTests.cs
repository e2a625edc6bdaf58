using System.Globalization;
using System.Text;

namespace ProgressBot.Tests.Core.Spoken;

public sealed class SpokenTests(ITestOutputHelper output)
{
    static readonly IReadOnlyList<SpokenCase> All = [.. SpokenCase.Load("spoken.txt")];

    [Fact]
    public void Every_sentence_is_understood_kept_or_asked_back_as_the_table_says()
    {
        var misses = new StringBuilder();
        foreach (var spoken in All)
            if (spoken.Heard() is var heard && heard != spoken.Expected)
                misses.AppendLine(CultureInfo.InvariantCulture, $"{string.Join('+', spoken.Units)} | {spoken.Text} => {heard}   (not {spoken.Expected})");
        output.WriteLine(misses.ToString());

        Assert.True(All.Count >= 200);
        Assert.Empty(misses.ToString());
    }
}
