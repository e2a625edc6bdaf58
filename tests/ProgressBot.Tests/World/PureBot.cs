using System.Globalization;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;
using ProgressBot.Tests.World.Pure;
using ProgressBot.Turns;

namespace ProgressBot.Tests.World;

/// <summary>The engine and the rules of the domain alone: records in lists, the schedule computed, no store, no outbox. A talk must go here as it goes in the whole bot.</summary>
sealed class PureBot(DateTimeOffset now) : ITalkWorld
{
    static readonly DialogBook Book = DialogLibrary.Read(Path.Combine(Repository.Root, "dialogs"));
    static readonly DialogEngine Engine = new(Book, DialogNames.All());

    readonly Records _records = Stage.Set();
    readonly List<(string To, Outgoing Message)> _sent = [];
    readonly Dictionary<string, string> _latest = [];
    int _messages;

    public DateTimeOffset Now { get; private set; } = now;

    public Task<Heard> MoveToAsync(DateTimeOffset time)
    {
        if (time > Now) Now = time;
        return HappenAsync("sweep");
    }

    public Task<Heard> SayAsync(string who, string text, IReadOnlyList<string> files, IReadOnlyDictionary<string, string>? card = null, bool edits = false)
    {
        var kept = files.Select(TalkFile.Named).ToList();
        var id = $"message-{++_messages}";
        if (!edits) _latest[who] = id;
        var incoming = new Incoming(new Address(ListeningChannel.ChannelName, who), id, text, Now) { Files = kept, Card = card, Replaces = edits ? _latest[who] : null };
        var events = Take(incoming);
        return Task.FromResult(Hear([.. events.SelectMany(happened => StoredFact.Lines(happened, ReportName, IndicatorName))]));
    }

    public Task<Heard> HappenAsync(string what)
    {
        switch (what.Split(' '))
        {
            case ["sweep"]: Sweep(); break;
            case ["restart"]: break; // nothing is held that a restart could lose: sessions are text between two lines
            case ["invite", var unit]: _sent.Add(("console", new Outgoing(Invite(unit)))); break;
            default: throw new FormatException($"nothing happens by '{what}'");
        }
        return Task.FromResult(Hear([]));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    IReadOnlyList<DialogEvent> Take(Incoming incoming)
    {
        var facts = _records.FactsFor(Book, incoming, Now);
        foreach (var address in facts.Person?.Addresses.Where(address => address.Key == incoming.From.Key) ?? []) address.SeenAt = Now;
        var before = SessionKey(facts.Person, incoming.From);
        var result = Engine.Advance(Session.FromJson(_records.Sessions.GetValueOrDefault(before)), incoming, facts);
        var writing = new Writing(_records, incoming, facts);
        foreach (var happened in result.Events) writing.Write(happened);
        _records.Sessions[_records.Sessions.ContainsKey(before) ? before : SessionKey(writing.Person, incoming.From)] = result.Session.ToJson();
        _sent.AddRange(result.Replies.Select(reply => (incoming.From.Key, reply)));
        foreach (var notice in result.Notices)
            if (facts.PersonWith(notice.PersonId) is { } person) Tell(person, notice);
        return result.Events;
    }

    static string SessionKey(Person? person, Address from) => person is null ? from.ToString() : "person:" + person.Id.ToString(CultureInfo.InvariantCulture);

    void Tell(Person person, Notice notice)
    {
        if (notice.About is not null) _records.Messages.Add(new SentMessage(person.Id, MessageKind.Nudge, notice.About, ListeningChannel.ChannelName, Now, MessageState.Sent, null));
        Send(person, notice.Message);
    }

    // where the person wrote from last
    void Send(Person person, Outgoing message)
    {
        if (person.Addresses.MaxBy(address => address.SeenAt) is { } address) _sent.Add((address.Key, message));
    }

    Heard Hear(IReadOnlyList<string> stored)
    {
        var heard = new Heard([.. _sent.OrderBy(message => message.To, StringComparer.Ordinal)], stored);
        _sent.Clear();
        return heard;
    }

    string ReportName(int id)
    {
        var report = _records.Rounds.SelectMany(round => round.Reports).Single(report => report.Id == id);
        return $"{_records.Units.Single(unit => unit.Id == report.UnitId).Name}/{_records.Plans.SelectMany(plan => plan.Items).Single(item => item.Id == report.WorkItemId).Name}";
    }

    string IndicatorName(int id) => _records.Plans.SelectMany(plan => plan.Items).SelectMany(item => item.Indicators).Single(indicator => indicator.Id == id).Name;

    void Sweep()
    {
        new RoundSweep(_records).Run(Now);
        new ReminderSweep(_records, Book, Now, Send).Run();
        new ReviewNotice(_records, Book, Now, Send).Run();
        new DigestSweep(_records, Book, Send).Run(Now);
    }

    string Invite(string unitName)
    {
        var code = InvitationCode.Create();
        var unit = _records.Units.Single(unit => unit.IsCalled(unitName));
        _records.Invitations.Add(new Invitation
        {
            Id = _records.Invitations.Count + 1,
            CodeHash = InvitationCode.Hash(code)!,
            Roles = Roles.Reporter,
            UnitId = unit.Id,
            CreatedAt = Now,
            ExpiresAt = Now + TimeSpan.FromDays(7),
        });
        return code;
    }
}
