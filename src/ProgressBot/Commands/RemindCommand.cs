using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Commands;

/// <summary>
/// The verb <c>remind --dry-run</c>: runs the very sweeps on a copy of the database with the clock at the given time, and says of every unit what would be sent,
/// or why nothing would.
/// </summary>
static class RemindCommand
{
    public static async Task<int> RunAsync(DateTimeOffset? at, string? data, CancellationToken cancellationToken)
    {
        var folders = BotFolders.Find(data);
        if (!File.Exists(folders.Database))
        {
            await Console.Error.WriteLineAsync(CommandWording.Text("no_database_yet", ("file", folders.Database)));
            return 1;
        }
        var copy = Directory.CreateTempSubdirectory("progressbot-remind-").FullName;
        try
        {
            BackupCommand.Copy(folders.Database, Path.Combine(copy, Path.GetFileName(folders.Database)));
            await RehearseAsync(copy, at ?? TimeProvider.System.GetUtcNow(), cancellationToken);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(copy, true);
        }
    }

    static async Task RehearseAsync(string copy, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var bot = await BotShell.OpenAsync(copy, new BotShell.StoppedClock(at));
        while (await bot.GetRequiredService<Rounds>().RunOnceAsync(cancellationToken))
        {
        }
        while (await bot.GetRequiredService<Reminders>().RunOnceAsync(cancellationToken))
        {
        }
        await using var db = await bot.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        var today = bot.GetRequiredService<IOptions<TurnOptions>>().Value.Zone.Today(at);
        var calendar = bot.GetRequiredService<Func<WorkingCalendar>>()();
        var day = CommandWording.Text(calendar.IsWorkingDay(today) ? "remind.working_day" : "remind.day_off");
        Console.WriteLine($"{today:yyyy-MM-dd} {day}{(calendar.NameOf(today) is { } name ? CommandWording.Text("remind.day_name", ("name", name)) : "")}");
        foreach (var line in await ExplainAsync(db, at.ToUniversalTime(), calendar.IsWorkingDay(today), cancellationToken)) Console.WriteLine(line);
    }

    static async Task<List<string>> ExplainAsync(BotDb db, DateTimeOffset at, bool workingDay, CancellationToken cancellationToken)
    {
        var units = await db.Set<Unit>().AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        var people = await db.Set<Person>().AsNoTracking().Include(person => person.Memberships).ToListAsync(cancellationToken);
        var records = await db.Set<ReminderRecord>().AsNoTracking().Where(record => record.At == at && record.Outcome != ReminderOutcome.Stale).ToListAsync(cancellationToken);
        var schedule = await db.Set<RoundReminder>().AsNoTracking().ToListAsync(cancellationToken);
        var rounds = await db.Set<Round>().AsNoTracking().Include(round => round.Reports).Where(round => round.State == RoundState.Open || round.State == RoundState.Paused).ToListAsync(cancellationToken);
        var texts = await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == OutboxKind.Reminder && message.CreatedAt == at).ToListAsync(cancellationToken);
        var lines = new List<string>();
        foreach (var round in rounds)
            foreach (var unit in round.Reports.Where(report => report.State != ReportState.Excused).Select(report => report.UnitId).Distinct())
            {
                if (round.State == RoundState.Paused)
                {
                    lines.Add($"{units[unit]}: {round.Label} {CommandWording.Text("remind.paused")}");
                    continue;
                }
                var reporters = people.Where(person => person.Memberships.Any(membership => membership.UnitId == unit)).ToList();
                if (reporters.Count == 0) lines.Add($"{units[unit]}: {round.Label} {CommandWording.Text("remind.no_reporter")}");
                lines.AddRange(reporters.Select(person => $"{units[unit]}: {round.Label} {person.Name} {Reason(records.FirstOrDefault(record => record.RoundId == round.Id && record.PersonId == person.Id), schedule.FirstOrDefault(row => row.RoundId == round.Id && row.PersonId == person.Id), workingDay)}"));
            }
        var items = await db.Set<WorkItem>().AsNoTracking().ToDictionaryAsync(item => item.Id, item => item.Name, cancellationToken);
        lines.AddRange(records.Where(record => record.WorkItemId is not null).Select(record => $"{items[record.WorkItemId!.Value]}: {CommandWording.Text("remind.deadline")} {people.First(person => person.Id == record.PersonId).Name} {Reason(record, null, workingDay)}"));
        lines.AddRange(texts.Select(message => $"---\n{message.AddressKey}\n{message.Outgoing.Text}"));
        return lines;
    }

    static string Reason(ReminderRecord? record, RoundReminder? row, bool workingDay) => record?.Outcome switch
    {
        ReminderOutcome.Sent or ReminderOutcome.Copied =>
            Outcome(record, ("step", record.Step), ("days", record.Offset.ToString("+0;-0;0", CultureInfo.InvariantCulture))),
        ReminderOutcome.Answered or ReminderOutcome.Capped or ReminderOutcome.Away or ReminderOutcome.NoAddress => Outcome(record),
        _ => CommandWording.Text(workingDay ? "remind.not_yet" : "remind.off_today") + Next(row),
    };

    static string Outcome(ReminderRecord record, params ReadOnlySpan<(string, object?)> about) =>
        CommandWording.Text($"remind.{Phrasing.Name(record.Outcome)}", about);

    static string Next(RoundReminder? row) => row?.NextAt is { } next 
        ? CommandWording.Text("remind.next", ("time", next.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture))) : "";
}
