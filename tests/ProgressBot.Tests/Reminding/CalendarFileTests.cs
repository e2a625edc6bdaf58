using Microsoft.Extensions.Logging;
using ProgressBot.Core.Reminding;
using ProgressBot.Reminding;

namespace ProgressBot.Tests.Reminding;

public sealed class CalendarFileTests : IDisposable
{
    static readonly DateOnly NewYear = new(2027, 1, 1);
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("progressbot-test-");
    readonly Lines _log = new();

    [Fact]
    public void An_edited_file_is_in_force_at_the_next_look()
    {
        var calendar = Calendar();
        Assert.True(calendar.Current.IsWorkingDay(NewYear));

        Write("years:\n  2027:\n    元旦: { off: 01-01 }\n");
        calendar.Refresh();

        Assert.False(calendar.Current.IsWorkingDay(NewYear));
        Assert.Empty(calendar.Errors);
    }

    [Fact]
    public void A_typo_leaves_the_last_good_calendar_in_force_and_is_logged_once_with_its_line()
    {
        Write("years:\n  2027:\n    元旦: { off: 01-01 }\n");
        var calendar = Calendar();

        Write("years:\n  2027:\n    元旦: { off: 01-33 }\n    # edited\n");
        calendar.Refresh();
        calendar.Refresh();

        Assert.False(calendar.Current.IsWorkingDay(NewYear));
        Assert.Contains($"{Path}:3: '01-33' is no date", Assert.Single(_log.Errors));
        Assert.Equal(3, Assert.Single(calendar.Errors).Line);
    }

    [Fact]
    public void A_file_that_disappears_leaves_the_last_good_calendar_in_force()
    {
        Write("years:\n  2027:\n    元旦: { off: 01-01 }\n");
        var calendar = Calendar();

        File.Delete(Path);
        calendar.Refresh();

        Assert.False(calendar.Current.IsWorkingDay(NewYear));
        Assert.Single(_log.Errors);
    }

    [Fact]
    public void Without_a_file_the_built_in_calendar_is_in_force()
    {
        var calendar = new CalendarFile(null, WorkingCalendar.China, _log);
        calendar.Refresh();

        Assert.Same(WorkingCalendar.China, calendar.Current);
        Assert.Empty(_log.Errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    string Path => System.IO.Path.Combine(_folder.FullName, "calendar.yaml");

    void Write(string yaml) => File.WriteAllText(Path, yaml);

    CalendarFile Calendar()
    {
        if (!File.Exists(Path)) Write("years: {}\n");
        var calendar = new CalendarFile(Path, WorkingCalendar.China, _log);
        calendar.Refresh();
        return calendar;
    }

    sealed class Lines : ILogger<CalendarFile>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format)
        {
            if (level == LogLevel.Error) Errors.Add(format(state, exception));
        }
    }
}
