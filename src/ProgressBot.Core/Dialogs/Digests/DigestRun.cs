using System.Globalization;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>
/// Sends each plan's digests when they are due, and tells coordinators beforehand. One that was missed is sent late, once; of several only the latest. A plan
/// that is closed, or whose last day is over, has none.
/// </summary>
public static class DigestRun
{
    /// <summary>What is due now. It is taken: the marks are moved on in the same transaction as what becomes of it.</summary>
    /// <param name="plans">Those in force.</param>
    /// <param name="marks">By plan; a plan without one gets one.</param>
    /// <param name="office">The office's schedule; a plan's own counts, as does its calendar.</param>
    public static DueDigests Due(
        IEnumerable<Plan> plans, IReadOnlyDictionary<int, DigestMark> marks, DigestSchedule office, WorkingCalendar calendar, DateTimeOffset now)
    {
        var (moved, leaving, coming) = (new List<DigestMark>(), new List<DueDigest>(), new List<DueDigest>());
        foreach (var plan in plans.Where(plan => plan.State == PlanState.Active))
        {
            var known = marks.GetValueOrDefault(plan.Id);
            var (schedule, days) = (plan.Digests(office), plan.Schedule.CalendarIn(calendar));
            var (mark, due) = (known ?? new DigestMark { PlanId = plan.Id }).Take(schedule, days, now);
            if (due is not null && !mark.IsSkipped(due))
            {
                mark = mark with { SentAt = now };
                leaving.Add(new DueDigest(plan, due));
            }
            (mark, var next) = mark.TakeNotice(schedule, days, now);
            if (next is not null) coming.Add(new DueDigest(plan, next));
            if (mark != known) moved.Add(mark);
        }
        return new DueDigests(moved, leaving, coming);
    }

    /// <summary>The marks, the letters of what leaves and of what is announced, and the digests as they are kept.</summary>
    /// <param name="facts">With everybody's records, and in <see cref="Facts.Digests"/> what every digest that leaves is made of. Where none leaves, the coordinators are enough.</param>
    /// <param name="reminded">When people were last reminded of what they owe, those of the last week.</param>
    public static Changes Of(DialogBook book, Facts facts, DueDigests due, IReadOnlyDictionary<int, DateOnly> reminded)
    {
        var news = due.Leaving.ToDictionary(digest => digest.Plan.Id, digest => facts.Digests[digest.Plan.Id]);
        return new Changes(
            [.. due.Marks.Select(RowChange.Put), .. due.Leaving.Select(digest => RowChange.Add(Kept(book, facts, digest.Plan, news[digest.Plan.Id])))],
            [.. DigestPost.Letters(book, facts, news, reminded).Select(letter => Sent(letter, due.Leaving)).OfType<Letter>(), .. Announced(book, facts, due.Coming)]);
    }

    static SentDigest Kept(DialogBook book, Facts facts, Plan plan, DigestFacts news) => new()
    {
        PlanId = plan.Id,
        RoundId = news.RoundId,
        At = facts.Now,
        Kind = news.Occasion.Kind,
        Text = DigestPost.Kept(book, facts, plan, news),
        Red = [.. facts.Boards.Single(board => board.Plan.Id == plan.Id).Items.Where(item => item.Light == Light.Red).Select(item => item.Item.Id)],
    };

    // keys are built from what was due, so that the same digest cannot be written twice
    static Letter? Sent(DigestLetter letter, IReadOnlyList<DueDigest> leaving)
    {
        var about = letter.PlanIds.Count == 0 ? "units" : string.Join(',', letter.PlanIds.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var cause = Cause(leaving.Where(digest => letter.PlanIds.Count == 0 || letter.PlanIds.Contains(digest.Plan.Id)));
        return Written(letter.To, letter.Message, $"digest:{about}:{cause}");
    }

    static IEnumerable<Letter> Announced(DialogBook book, Facts facts, IReadOnlyList<DueDigest> coming) =>
        coming.Count == 0 ? [] : facts.Ledger.Having(Roles.Coordinator).Select(person =>
        {
            var wording = book.Wording(person.Locale);
            return Written(person, DigestSkipping.Notice(wording, new Phrasing(wording, facts), coming), $"digest-notice:{Cause(coming)}");
        }).OfType<Letter>();

    static Letter? Written(Person to, Messaging.Outgoing message, string key) =>
        to.Address is { } address ? new Letter(to.Id, address, message, string.Create(CultureInfo.InvariantCulture, $"{key}:{to.Id}"), LetterKind.Digest) : null;

    static string Cause(IEnumerable<DueDigest> digests) =>
        string.Join(',', digests.Select(digest => string.Create(CultureInfo.InvariantCulture, $"{digest.Plan.Id}@{digest.Occasion.Day:yyyyMMdd}")));
}

/// <summary>Digests that are due.</summary>
/// <param name="Marks">Those that have moved.</param>
/// <param name="Leaving">What leaves now.</param>
/// <param name="Coming">What coordinators are told of now.</param>
public sealed record DueDigests(IReadOnlyList<DigestMark> Marks, IReadOnlyList<DueDigest> Leaving, IReadOnlyList<DueDigest> Coming)
{
    public bool IsEmpty => Marks.Count + Leaving.Count + Coming.Count == 0;
}

/// <summary>One plan's digest on one occasion.</summary>
public sealed record DueDigest(Plan Plan, DigestOccasion Occasion);
