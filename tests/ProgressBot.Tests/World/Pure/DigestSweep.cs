using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Coordination;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.World.Pure;

/// <summary>The weekly digest to coordinators and leaders; one that was missed leaves late, once.</summary>
sealed class DigestSweep(Records records, DialogBook book, Action<Person, Outgoing> send)
{
    DateTimeOffset? _next;

    public void Run(DateTimeOffset now)
    {
        var due = _next <= now;
        if (_next is null || due) _next = DigestSchedule.Default.NextAfter(now, Records.Calendar);
        if (due) Send(now);
    }

    void Send(DateTimeOffset now)
    {
        var facts = records.FactsAt(now, null);
        foreach (var board in facts.Boards)
        {
            var news = records.News(board.Plan);
            records.SentDigests.Add((board.Plan.Id, now));
            foreach (var reader in facts.Ledger.Having(Roles.Coordinator | Roles.Leader))
            {
                var wording = book.Wording(reader.Locale);
                send(reader, DigestText.Compose(wording, new Phrasing(wording, facts), facts.Ledger, board, news));
            }
        }
    }
}
