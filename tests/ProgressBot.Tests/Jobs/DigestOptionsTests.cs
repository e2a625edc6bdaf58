using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Reminding;
using ProgressBot.Jobs;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Jobs;

public sealed class DigestOptionsTests
{
    [Fact]
    public void The_offices_own_settings_are_what_the_code_takes_without_any() =>
        Assert.Equal(DigestSchedule.Default, Read(new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.json")).Build()));

    [Fact]
    public void Several_cycles_stand_side_by_side_and_a_notice_may_be_left_out()
    {
        var schedule = Read(Settings(("Cycle", "Weekly, Quarterly"), ("Day", "Wednesday"), ("Time", "10:00"), ("Notice", ""), ("Units", "true")));

        Assert.Equal(new DigestSchedule { Cycles = DigestCycles.Weekly | DigestCycles.Quarterly, Day = DayOfWeek.Wednesday, Time = new TimeOnly(10, 0), Notice = null, Units = true }, schedule);
    }

    [Theory]
    [InlineData("TimeZone", "Asia/Hangzhou", "Digest:TimeZone"), InlineData("Time", "23:00", "Digest:Time")]
    [InlineData("Notice", "16:29", "Digest:Notice"), InlineData("Notice", "soon", "Digest:Notice")]
    public void What_cannot_be_is_refused_at_the_start_by_name(string key, string value, string named)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(Settings((key, value))));

        Assert.StartsWith(named, refusal.Message, StringComparison.Ordinal);
    }

    static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => "Digest:" + setting.Key, setting => (string?)setting.Value)).Build();

    static DigestSchedule Read(IConfiguration configuration)
    {
        var folder = Directory.CreateTempSubdirectory("progressbot-options-").FullName;
        try
        {
            using var services = new ServiceCollection().AddSingleton(configuration).AddLogging().AddSingleton(TimeProvider.System).AddBot(configuration, new BotFolders(Repository.Root, folder)).BuildServiceProvider();
            return services.GetRequiredService<IOptions<DigestOptions>>().Value.Schedule;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
