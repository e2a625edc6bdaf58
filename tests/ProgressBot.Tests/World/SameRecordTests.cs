using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Storage;
using ProgressBot.Tests.Conversations;
using ProgressBot.Tests.World.Pure;

namespace ProgressBot.Tests.World;

/// <summary>What was decided is what is kept: nothing is lost or changed on its way into the database.</summary>
public sealed class SameRecordTests
{
    public static TheoryData<string> Talks => TalkTests.Talks;

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_talk_leaves_the_same_record_in_the_database_as_in_memory(string name)
    {
        var talk = TalkTests.Read(name);
        var start = TalkTests.Start(talk);
        await using var whole = await WholeBot.StartAsync(start);
        await using var pure = new PureBot(start);
        await TalkPlayer.PlayAsync(talk, whole);
        await TalkPlayer.PlayAsync(talk, pure);
        var databases = whole.Services.GetRequiredService<IDbContextFactory<BotDb>>();
        await using var db = await databases.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var differences = RecordLines.Differences(RecordLines.Of(Kept(pure.Store)), RecordLines.Of(await KeptAsync(db)));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    static IEnumerable<object> Kept(MemoryStore store) =>
    [
        .. store.Plans.Values, .. store.All.Units, .. store.All.People, .. store.Invitations.Values,
        .. store.All.Rounds, .. store.All.Evidence, .. store.All.Totals, .. store.All.Milestones, .. store.All.Nudges,
        .. store.RoundReminders.Values, .. store.ItemReminders.Values, .. store.ReminderRecords,
        .. store.DigestMarks.Values, .. store.SentDigests, .. store.Readings.Values, .. store.Receipts.Values,
    ];

    static async Task<IReadOnlyList<object>> KeptAsync(BotDb db) =>
    [
        .. await PlansAsync(db), .. await AllAsync(db.Set<Unit>().Include(unit => unit.Members)),
        .. await AllAsync(db.Set<Person>().Include(person => person.Memberships).Include(person => person.Addresses)),
        .. await AllAsync(db.Set<Invitation>()),
        .. await RoundsAsync(db), .. await AllAsync(db.Set<Evidence>().Include(piece => piece.Proofs)),
        .. await AllAsync(db.Set<Total>()), .. await AllAsync(db.Set<MilestoneStanding>()), .. await AllAsync(db.Set<Nudge>()),
        .. await AllAsync(db.Set<RoundReminder>()), .. await AllAsync(db.Set<ItemReminder>()), .. await AllAsync(db.Set<ReminderRecord>()),
        .. await AllAsync(db.Set<DigestMark>()), .. await AllAsync(db.Set<SentDigest>()), .. await AllAsync(db.Set<PlanReading>()),
        .. await AllAsync(db.Set<ReceiptCounter>()),
    ];

    static Task<List<Plan>> PlansAsync(BotDb db) => AllAsync(db.Set<Plan>()
        .Include(plan => plan.Items).ThenInclude(item => item.Indicators).ThenInclude(indicator => indicator.Stages)
        .Include(plan => plan.Items).ThenInclude(item => item.Indicators).ThenInclude(indicator => indicator.TargetChanges)
        .Include(plan => plan.Items).ThenInclude(item => item.Milestones)
        .Include(plan => plan.Items).ThenInclude(item => item.Requirements)
        .Include(plan => plan.Items).ThenInclude(item => item.Assignments));

    static Task<List<Round>> RoundsAsync(BotDb db) => AllAsync(db.Set<Round>()
        .Include(round => round.Extensions)
        .Include(round => round.Reports).ThenInclude(report => report.Versions).ThenInclude(version => version.Figures)
        .Include(round => round.Reports).ThenInclude(report => report.Versions).ThenInclude(version => version.States)
        .Include(round => round.Reports).ThenInclude(report => report.Versions).ThenInclude(version => version.Statements));

    static Task<List<T>> AllAsync<T>(IQueryable<T> rows) where T : class =>
        rows.AsNoTracking().AsSplitQuery().ToListAsync(TestContext.Current.CancellationToken);
}
