using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>Who gets which digest.</summary>
public static class DigestPost
{
    /// <summary>
    /// The letters that leave together: to coordinators and leaders about every plan, and one to each reporter about all own units of the plans that have units
    /// told.
    /// </summary>
    /// <param name="facts">With everybody's records.</param>
    /// <param name="due">The plans whose digest leaves, by id.</param>
    /// <param name="reminded">When people were last reminded of what they owe.</param>
    public static IEnumerable<DigestLetter> Letters(DialogBook book, Facts facts, IReadOnlyDictionary<int, DigestFacts> due, IReadOnlyDictionary<int, DateOnly> reminded)
    {
        var boards = facts.Boards.Where(board => due.ContainsKey(board.Plan.Id)).ToList();
        foreach (var reader in facts.Ledger.Having(Roles.Coordinator | Roles.Leader))
            foreach (var digest in OfficeDigest.For(reader, boards.Select(board => new DigestText(book.Wording(reader.Locale), facts, board, due[board.Plan.Id]))))
                yield return new DigestLetter(reader, digest.Message, [.. digest.Plans.Select(plan => plan.Board.Plan.Id)]);
        var told = boards.Where(board => board.Plan.Schedule.Digests(facts.DigestSchedule).Units).OrderByDescending(board => due[board.Plan.Id].Occasion.Kind).ToList();
        if (told.Count == 0) yield break;
        var texts = book.Wordings.Values.ToDictionary(wording => wording.Locale, wording => told.ConvertAll(board => new DigestText(wording, facts, board, due[board.Plan.Id])));
        foreach (var person in facts.Ledger.People.Where(person => person.Is(Roles.Reporter) && !person.Is(Roles.Coordinator) && !person.IsAway(facts.Today)))
            if (UnitDigest.Compose(texts[book.Wording(person.Locale).Locale], [.. person.RemindedUnitsOn(facts.Today).Order()], reminded.TryGetValue(person.Id, out var day) ? day : null) is { } own)
                yield return new DigestLetter(person, own, []);
    }

    /// <summary>The digest as it is kept: what coordinators read, in the default language.</summary>
    public static string Kept(DialogBook book, Facts facts, Plan plan, DigestFacts news) =>
        CoordinatorDigest.Text(new DigestText(book.Wording(DialogBook.DefaultLocale), facts, facts.Boards.Single(board => board.Plan.Id == plan.Id), news));

    /// <summary>The digests as one audience would get them now; without the plans that have nothing to say to a unit.</summary>
    /// <param name="unit">For <see cref="DigestAudience.Unit"/>.</param>
    public static IReadOnlyList<Outgoing> Preview(Wording wording, Facts facts, DigestAudience audience, Unit? unit)
    {
        var plans = facts.Boards.Where(board => facts.Digests.ContainsKey(board.Plan.Id)).Select(board => new DigestText(wording, facts, board, facts.Digests[board.Plan.Id])).ToList();
        if (audience == DigestAudience.Unit) return plans.Count > 0 && UnitDigest.Compose(plans, [unit!.Id], null) is { } own ? [own] : [];
        return [.. plans.Select(plan => OfficeDigest.Of(plan, audience == DigestAudience.Coordinator).Message)];
    }
}

/// <summary>For whom a digest is written.</summary>
public enum DigestAudience
{
    Coordinator,
    Leader,
    Unit,
}

/// <summary>A digest on its way to somebody.</summary>
/// <param name="PlanIds">The plans it is about; empty for one about all plans of a reporter.</param>
public sealed record DigestLetter(Person To, Outgoing Message, IReadOnlyList<int> PlanIds);
