using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.Messaging;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

namespace ProgressBot.Tests.Turns;

public sealed class FactsLoaderTests
{
    [Fact]
    public async Task Who_speaks_and_the_own_records_are_found_by_indexes_however_many_people_and_reports_there_are()
    {
        await using var bot = await WholeBot.StartAsync(new DateTimeOffset(2022, 9, 27, 10, 40, 0, TimeSpan.FromHours(8)));
        await bot.HappenAsync("sweep");
        await bot.SayAsync("李强", "培训就业累计312人次", []);
        var plans = new QueryPlans(Path.Combine(bot.Folder, "progressbot.db"));
        var facts = bot.Services.GetRequiredService<FactsLoader>();
        await using var db = plans.CreateDbContext();
        plans.Begin();

        var standing = await facts.StandingAsync(db, new Address(ListeningChannel.ChannelName, "李强"));

        Assert.Equal("李强", standing.Person!.Name);
        Assert.NotEmpty(standing.Ledger.Rounds.SelectMany(round => round.Reports));
        // gone through whole: the open rounds (r), the extensions (e), the coordinators by their own index, lists that were handed in, and the one person found (s, s0)
        var scans = plans.Steps.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["SCAN e", "SCAN p USING COVERING INDEX IX_People_Roles", "SCAN r", "SCAN s", "SCAN s0"], scans);
    }
}
