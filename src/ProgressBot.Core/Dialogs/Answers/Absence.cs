using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers;

/// <summary>外出 10月1日至10月8日 由李强代, and 销假: no reminders meanwhile, and somebody who reports instead.</summary>
static class Absence
{
    const int MostDays = 180;

    public static void Leave(Turn turn)
    {
        if (TypedDay.Span(turn.Argument, turn.Facts.Today) is not var (from, until) || until < from || until < turn.Facts.Today || until.DayNumber - from.DayNumber > MostDays)
        {
            turn.Say("away.how");
            return;
        }
        if (!TryFind(turn, from, until, out var substitute)) return;
        turn.Emit(new PersonAway(from, until, substitute?.Id, [.. turn.Facts.OwnUnits]));
        var (first, last) = (turn.Phrasing.Day(from), turn.Phrasing.Day(until));
        if (substitute is not null)
            turn.Notify(substitute.Id, new Outgoing(turn.Book.Wording(substitute.Locale).Text("away.to_substitute", ("person", turn.Facts.Person!.Name), ("from", first), ("until", last), ("units", Units(turn)))));
        var alone = substitute is null && !Others(turn).Any();
        if (alone)
            foreach (var coordinator in turn.Facts.Ledger.Having(Roles.Coordinator))
                turn.Notify(coordinator.Id, new Outgoing(turn.Book.Wording(coordinator.Locale).Text("away.to_coordinator", ("person", turn.Facts.Person!.Name), ("from", first), ("until", last), ("units", Units(turn)))));
        turn.Say(substitute is not null ? "away.done" : alone ? "away.done_alone" : "away.done_others", ("from", first), ("until", last), ("person", substitute?.Name));
    }

    public static void Return(Turn turn)
    {
        if (turn.Facts.Person!.AwayUntil is not { } until || until < turn.Facts.Today)
        {
            turn.Say("away.not_away");
            return;
        }
        turn.Emit(new PersonBack(turn.Facts.Today));
        turn.Say("away.back");
    }

    // 由李强代: the word with a name in it; false when it has been said what is wrong with it
    static bool TryFind(Turn turn, DateOnly from, DateOnly until, out Person? substitute)
    {
        substitute = null;
        if (NamesIn.Text(turn.Input.Text).LastOrDefault(word => TypedDay.First(word, turn.Facts.Today) is null) is not { } name) return true;
        var called = turn.Facts.PeopleCalled(name);
        substitute = called is [var only] && only.Id != turn.Facts.Person!.Id && !only.IsAway(from) && !only.IsAway(until) ? only : null;
        if (substitute is null) turn.Say(called.Count > 0 ? "away.cannot" : "away.unknown", ("name", name));
        return substitute is not null;
    }

    static IEnumerable<Person> Others(Turn turn) => turn.Facts.OwnUnits.SelectMany(unit => turn.Facts.Ledger.ReportersOf(unit, turn.Facts.Today)).Where(person => person.Id != turn.Facts.Person!.Id);

    static string Units(Turn turn) => string.Join(turn.Wording.Text("format.comma"), turn.Facts.OwnUnits.Select(unit => turn.Facts.Ledger.Unit(unit).Name));
}
