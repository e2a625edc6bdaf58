using System.Globalization;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;
using ProgressBot.Core.Reporting.Decisions;
using ProgressBot.Tests.World.Pure;
using ProgressBot.Turns;

namespace ProgressBot.Tests.World;

/// <summary>
/// The engine and the decisions of Core on a small store in memory: no database, no outbox. A talk must go here as it goes in the whole
/// bot.
/// </summary>
sealed class PureBot(DateTimeOffset now) : ITalkWorld
{
    static readonly DialogBook Book = DialogLibrary.Read(Path.Combine(Repository.Root, "dialogs"));
    static readonly DialogEngine Engine = new(Book, DialogNames.All());

    readonly MemoryStore _store = Stage.Set();
    readonly List<(string To, Outgoing Message)> _sent = [];
    readonly Dictionary<string, string> _latest = [];
    int _messages, _heard, _files;

    public DateTimeOffset Now { get; private set; } = now;

    /// <summary>What was written.</summary>
    public MemoryStore Store => _store;

    // what has content is stored anew each time it is sent
    IncomingFile Keep(string name) => TalkFile.PathOf(name) is null
        ? TalkFile.Named(name)
        : TalkFile.Named(name) with { Key = $"file-{++_files}-{name}" };

    public Task<Heard> MoveToAsync(DateTimeOffset time)
    {
        if (time > Now) Now = time;
        return HappenAsync("sweep");
    }

    public Task<Heard> SayAsync(
        string who, string text, IReadOnlyList<string> files, IReadOnlyDictionary<string, string>? card = null, bool edits = false)
    {
        var id = $"message-{++_messages}";
        if (!edits) _latest[who] = id;
        var incoming = new Incoming(new Address(ListeningChannel.ChannelName, who), id, text, Now)
        {
            Files = [.. files.Select(Keep)],
            Card = card,
            Replaces = edits ? _latest[who] : null,
        };
        var events = Take(incoming);
        return Task.FromResult(Hear([.. events.SelectMany(happened => StoredFact.Lines(happened, ReportName, IndicatorName))]));
    }

    public Task<Heard> HappenAsync(string what)
    {
        switch (what.Split(' '))
        {
            case ["sweep"]: PureSweeps.Run(_store, Book, Now); break;
            case ["restart"]: break; // nothing is held that a restart could lose: sessions are text between two lines
            case ["invite", var unit]: _sent.Add(("console", new Outgoing(Invite(unit)))); break;
            case ["in", "force", "since", var day]:
                _store.Apply(Changes.Of([RowChange.Change(_store.Plans.Values.Single() with { ActivatedAt = DateTimeOffset.Parse($"{day} 09:00 +8", CultureInfo.InvariantCulture) })]), Now);
                break;
            default: throw new FormatException($"nothing happens by '{what}'");
        }
        return Task.FromResult(Hear([]));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    IReadOnlyList<DialogEvent> Take(Incoming incoming)
    {
        var facts = _store.FactsFor(Book, incoming, Now);
        var before = SessionKey(facts.Person, incoming.From);
        var result = Engine.Advance(Session.FromJson(_store.Sessions.GetValueOrDefault(before)), incoming, facts);
        var known = _store.RecordFactsFor(facts, incoming, result.Events);
        var seen = facts.Person is { } person ? Sightings.Of(person, incoming.From, Now) : Changes.None;
        var changes = seen.And(EventDecisions.Of(known.After(seen), result.Events));
        var after = known.After(changes);
        var notices = result.Notices.Select((notice, index) =>
            notice.ToLetter(facts, $"{incoming.MessageId}:to:{notice.PersonId}:{index}"));
        _sent.AddRange(result.Replies.Select(reply => (incoming.From.Key, reply)));
        _store.Apply(changes.And(new Changes([], [.. notices.OfType<Letter>()])), Now);
        _store.Sessions[SessionKey(after.Speaker, incoming.From)] = result.Session.ToJson();
        return result.Events;
    }

    static string SessionKey(Person? person, Address from) =>
        person is null ? from.ToString() : "person:" + person.Id.ToString(CultureInfo.InvariantCulture);

    Heard Hear(IReadOnlyList<string> stored)
    {
        _sent.AddRange(_store.Letters.Skip(_heard).Select(sent => (sent.Letter.To.Key, sent.Letter.Message)));
        _heard = _store.Letters.Count;
        var heard = new Heard([.. _sent.OrderBy(message => message.To, StringComparer.Ordinal)], stored);
        _sent.Clear();
        return heard;
    }

    string ReportName(int id)
    {
        var report = _store.All.Report(id)!;
        return $"{_store.All.Unit(report.UnitId).Name}/{_store.All.Item(report.WorkItemId).Name}";
    }

    string IndicatorName(int id) => _store.All.Indicator(id).Name;

    string Invite(string unitName)
    {
        var code = InvitationCode.Create();
        var invitation = new Invitation
        {
            Id = _store.Numbers.Next<Invitation>(),
            CodeHash = InvitationCode.Hash(code)!,
            Roles = Roles.Reporter,
            UnitId = _store.All.Units.Single(unit => unit.IsCalled(unitName)).Id,
            CreatedAt = Now,
            ExpiresAt = Now + TimeSpan.FromDays(7),
        };
        _store.Apply(Changes.Of(RowChange.Add(invitation)), Now);
        return code;
    }
}
