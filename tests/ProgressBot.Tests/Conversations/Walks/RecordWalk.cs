using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Reporting;
using ProgressBot.Tests.World;
using static ProgressBot.Tests.Conversations.Walks.Speakers;

namespace ProgressBot.Tests.Conversations.Walks;

/// <summary>People talk to the bot in random order; after every step its record has to be the reference's.</summary>
sealed partial class RecordWalk : IAsyncDisposable
{
    const string Coordinator = "陈静";
    const string Confirm = "确认报送";

    static readonly DateTimeOffset Start = new(2022, 9, 26, 10, 40, 0, TimeSpan.FromHours(8));

    readonly PureBot _bot = new(Start);
    readonly ReferenceRecord _reference = new();
    readonly StringBuilder _talk = new();
    readonly Dictionary<string, Outgoing?> _last = [];
    readonly Dictionary<string, (Speaker Speaker, List<(string Item, Standing Said)> Said)> _left = [];
    readonly List<(ReferenceReport Report, int Times)> _listed = [];
    string _round = "2022-09";

    /// <summary>What was said, in the form of a talk.</summary>
    public string Talk => _talk.ToString();

    public static async Task<RecordWalk> StartAsync()
    {
        var walk = new RecordWalk();
        walk.Hear(await walk._bot.MoveToAsync(Start));
        return walk;
    }

    /// <returns>How record and reference differ after it; null when they do not.</returns>
    public async Task<string?> TakeAsync(Step step)
    {
        var random = new Random(step.Draw);
        try
        {
            await TakeAsync(step.Kind, random);
        }
        catch (Exception unexpected) when (unexpected is UnexpectedException or InvalidOperationException)
        {
            return unexpected is UnexpectedException ? unexpected.Message : unexpected.ToString();
        }
        return Differences().FirstOrDefault();
    }

    Task TakeAsync(StepKind kind, Random random)
    {
        var speaker = Pick(All, random);
        return kind switch
        {
            StepKind.Tell => TellAsync(speaker, random, Totals(speaker, random)),
            StepKind.TellPart => TellAsync(speaker, random, Part(speaker, random)),
            StepKind.TellGoal => speaker.Goals.Count == 0 ? Task.CompletedTask : TellAsync(speaker, random, OfGoal(Pick(speaker.Goals, random))),
            StepKind.Problem => TellAsync(speaker, random, WithProblem(speaker, random)),
            StepKind.SendFile => TellAsync(speaker, random, WithFile(speaker, random)),
            StepKind.Leave => LeaveAsync(speaker, Totals(speaker, random)),
            StepKind.ComeBack => ComeBackAsync(speaker),
            StepKind.NoChange => NoChangeAsync(speaker),
            StepKind.Withdraw => WithdrawAsync(speaker),
            StepKind.List => ListAsync(),
            StepKind.Approve => ApproveAsync(random),
            StepKind.Return => ReturnAsync(random),
            StepKind.ApproveListed => ApproveListedAsync(),
            StepKind.Revoke => RevokeAsync(random),
            StepKind.OnBehalf => OnBehalfAsync(speaker, random),
            StepKind.Restart => HappenAsync("restart"),
            StepKind.NextDay => MoveAsync(_bot.Now.AddDays(1)),
            _ => NextRoundAsync(),
        };
    }

    /// <summary>One message: its words, its files, and what it says of each item.</summary>
    sealed record Message(string Text, IReadOnlyList<string> Files, List<(string Item, Standing Said)> Said)
    {
        public static Message Of(string text, IEnumerable<(string Item, Standing Said)> said) => new(text, [],
            [.. said.GroupBy(each => each.Item).Select(item => (item.Key, item.Select(each => each.Said).Aggregate((all, more) => all.And(more))))]);
    }

    Message Totals(Speaker speaker, Random random)
    {
        var numbers = speaker.Numbers.ToArray();
        random.Shuffle(numbers);
        var chosen = numbers.Take(random.Next(1, 4)).Select(number => (number, amount: Amount(number, random))).ToList();
        return Message.Of(string.Join('，', chosen.Select(each => each.number.Total(each.amount))), chosen.Select(each => (each.number.Item, Figure(each.number, each.amount * each.number.Scale))));
    }

    Message Part(Speaker speaker, Random random)
    {
        var number = Pick(speaker.Numbers, random);
        var amount = Math.Max(1, Math.Floor(number.Target / 9m * random.Next(1, 4)));
        var before = _reference.Before(speaker.Unit, number.Item, number.Indicator, _round);
        return Message.Of(number.Part(amount), [(number.Item, Figure(number, before + (amount * number.Scale)))]);
    }

    static Message OfGoal(Goal goal) => Message.Of(goal.Words, [(goal.Item, new Standing { States = new Dictionary<string, MilestoneState> { [goal.Milestone] = goal.State } })]);

    Message WithProblem(Speaker speaker, Random random)
    {
        var number = Pick(speaker.Numbers, random);
        var (amount, problem) = (Amount(number, random), $"{number.Word}卡在上级批复");
        return Message.Of($"{number.Total(amount)}。{problem}", [(number.Item, Figure(number, amount * number.Scale) with { Sentences = new HashSet<string> { problem } })]);
    }

    Message WithFile(Speaker speaker, Random random)
    {
        var number = Pick(speaker.Numbers, random);
        var amount = Amount(number, random);
        return Message.Of(number.Total(amount), [(number.Item, Figure(number, amount * number.Scale))]) with { Files = [$"说明{random.Next(100)}.pdf"] };
    }

    // whole numbers that are like each other, so that nothing looks like a slip
    static decimal Amount(Number number, Random random) => Math.Max(1, Math.Floor(number.Target / 9m * random.Next(3, 10)));

    static Standing Figure(Number number, decimal total) => new() { Figures = new Dictionary<string, decimal> { [number.Indicator] = total } };

    async Task TellAsync(Speaker speaker, Random random, Message message)
    {
        if (_left.ContainsKey(speaker.Name)) await ComeBackAsync(speaker);
        await SayAsync(speaker.Name, message.Text, message.Files);
        var said = await AnswerAsync(speaker, message, random.Next(4) == 0);
        if (await DecideAsync(speaker, random.Next(6) != 0)) Keep(speaker.Unit, said, message);
    }

    async Task LeaveAsync(Speaker speaker, Message message)
    {
        if (_left.ContainsKey(speaker.Name)) return;
        await SayAsync(speaker.Name, message.Text, []);
        _left[speaker.Name] = (speaker, await AnswerAsync(speaker, message, false));
    }

    async Task ComeBackAsync(Speaker speaker)
    {
        if (!_left.Remove(speaker.Name, out var left)) return;
        if (await DecideAsync(speaker, true)) Keep(speaker.Unit, left.Said, null);
    }

    // 确认报送, again when somebody else has said something meanwhile; or 取消
    async Task<bool> DecideAsync(Speaker speaker, bool confirms)
    {
        if (!Offers(speaker.Name, Confirm)) throw new UnexpectedException("no read-back");
        await TapAsync(speaker.Name, confirms ? Confirm : "取消");
        for (var times = 0; confirms && Offers(speaker.Name, Confirm); times++)
        {
            if (times > 3) throw new UnexpectedException("it is read back again and again");
            await TapAsync(speaker.Name, Confirm);
        }
        return confirms;
    }

    // answers what the bot asks until it reads back; the rest is left open, or has not changed
    async Task<List<(string Item, Standing Said)>> AnswerAsync(Speaker speaker, Message message, bool restUnchanged)
    {
        var said = message.Said.ToList();
        for (var times = 0; times < 12; times++)
        {
            if (Offers(speaker.Name, Confirm)) return ReadBack(speaker, said);
            if (Offers(speaker.Name, "先报这些"))
            {
                if (restUnchanged) said.AddRange(Untouched(speaker.Unit, said).Select(item => (item, new Standing())));
                await TapAsync(speaker.Name, restUnchanged ? "其余无变化" : "先报这些");
            }
            else if (Buttons(speaker.Name).FirstOrDefault(button => button.StartsWith("累计", StringComparison.Ordinal)) is { } total) await TapAsync(speaker.Name, total);
            else if (Buttons(speaker.Name).FirstOrDefault(button => button.EndsWith($"（{Month(_round)}月）", StringComparison.Ordinal)) is { } ofRound) await TapAsync(speaker.Name, ofRound);
            else if (Offers(speaker.Name, "仍是这个数")) await TapAsync(speaker.Name, "仍是这个数");
            else if (Offers(speaker.Name, "其他材料")) await TapAsync(speaker.Name, "其他材料");
            else if (_last.GetValueOrDefault(speaker.Name)?.Text.Contains("请写一句原因", StringComparison.Ordinal) == true) await SayAsync(speaker.Name, "上期重复统计", []);
            else throw new UnexpectedException($"unexpected: {_last.GetValueOrDefault(speaker.Name)?.Text}");
        }
        throw new UnexpectedException("it asks without end");
    }

    // all that was said now has to be in it
    List<(string Item, Standing Said)> ReadBack(Speaker speaker, List<(string Item, Standing Said)> said)
    {
        var text = _last[speaker.Name]!.Text;
        foreach (var name in said.SelectMany(each => each.Said.Figures.Keys.Concat(each.Said.States.Keys).Concat(each.Said.Sentences)))
            if (!text.Contains(name, StringComparison.Ordinal)) throw new UnexpectedException($"not read back: {name}");
        return said;
    }

    IEnumerable<string> Untouched(string unit, List<(string Item, Standing Said)> said) => Open(unit)
        .Where(report => report.State == ReportState.Draft).Select(report => ItemOf(report)).Where(item => !said.Exists(each => each.Item == item));

    // a document goes with the item that its message names
    void Keep(string unit, List<(string Item, Standing Said)> said, Message? sent)
    {
        foreach (var (item, standing) in said)
        {
            var report = _reference.Report(unit, item, _round);
            report.Submit(standing with { Bases = standing.Figures.Keys.ToDictionary(indicator => indicator, indicator => _reference.Before(unit, item, indicator, _round)) });
            if (sent is not null && sent.Said.Exists(named => named.Item == item)) report.Evidence.UnionWith(sent.Files);
        }
    }

    async Task NoChangeAsync(Speaker speaker)
    {
        if (_left.ContainsKey(speaker.Name)) await ComeBackAsync(speaker);
        var open = Untouched(speaker.Unit, []).ToList();
        await SayAsync(speaker.Name, "无变化", []);
        if (Offers(speaker.Name, Confirm)) throw new UnexpectedException("无变化 is read back");
        Keep(speaker.Unit, open.ConvertAll(item => (item, new Standing())), null);
    }

    async Task WithdrawAsync(Speaker speaker)
    {
        if (_left.ContainsKey(speaker.Name)) await ComeBackAsync(speaker);
        var before = WaitingReceipts(speaker.Unit);
        await SayAsync(speaker.Name, "撤回", []);
        if (before.Count == 0) return;
        var speakerId = Ledger.People.Single(person => person.Name == speaker.Name).Id;
        var latest = before.OrderBy(report => report.UnderReview!.By == speakerId).ThenBy(report => report.UnderReview!.Id).Last().UnderReview!.Receipt;
        foreach (var report in before.Where(report => report.UnderReview!.Receipt == latest)) _reference.Report(speaker.Unit, ItemOf(report), _round).Withdraw();
    }

    async Task ListAsync()
    {
        _listed.Clear();
        await SayAsync(Coordinator, "待审", []);
        TakeList();
        while (Buttons(Coordinator).FirstOrDefault(button => button.StartsWith("看其余", StringComparison.Ordinal)) is { } more)
        {
            await TapAsync(Coordinator, more);
            TakeList();
        }
    }

    void TakeList()
    {
        foreach (Match line in Line().Matches(_last[Coordinator]!.Text))
        {
            var (number, unit, item) = (int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture), line.Groups[2].Value, ItemNamed(line.Groups[3].Value));
            if (number != _listed.Count + 1) throw new UnexpectedException($"line {number} follows {_listed.Count}");
            var round = line.Groups[4] is { Success: true, Value: var month } ? $"2022-{int.Parse(month, CultureInfo.InvariantCulture):00}" : null;
            var report = _reference.Reports.Where(report => report.Unit == unit && report.Item == item && report.Waiting is not null && (round is null || report.Round == round)).ToList() is [var one]
                ? one : throw new UnexpectedException($"which report is line {number}?");
            _listed.Add((report, report.Times));
        }
    }

    async Task ApproveAsync(Random random)
    {
        if (_listed.Count == 0) return;
        var number = random.Next(_listed.Count);
        await SayAsync(Coordinator, $"通过{number + 1}", []);
        Approved([number]);
    }

    async Task ApproveListedAsync()
    {
        if (_listed.Count == 0) return;
        await SayAsync(Coordinator, "通过全部", []);
        Approved([.. Enumerable.Range(0, _listed.Count)]);
    }

    // only what was shown; what has changed since is shown again, in its place
    void Approved(IReadOnlyList<int> numbers)
    {
        foreach (var number in numbers)
        {
            var (report, times) = _listed[number];
            if (report.Waiting is null) continue;
            if (report.Times == times) report.Approve();
            else _listed[number] = (report, report.Times);
        }
    }

    async Task ReturnAsync(Random random)
    {
        if (_listed.Count == 0) return;
        var number = random.Next(_listed.Count);
        await SayAsync(Coordinator, $"退回{number + 1} 签到表缺失", []);
        var (report, times) = _listed[number];
        if (report.Waiting is null) return;
        if (report.Times == times) report.Return();
        else _listed[number] = (report, report.Times);
    }

    async Task RevokeAsync(Random random)
    {
        var approved = _reference.Reports.Where(report => report.Approved is not null).ToList();
        if (approved.Count == 0) return;
        var unit = approved[random.Next(approved.Count)].Unit;
        await SayAsync(Coordinator, $"撤销通过 {unit} 数字有误", []);
        var items = approved.Where(report => report.Unit == unit).ToList();
        if (items.Count == 1)
        {
            items[0].Revoke();
            return;
        }
        var choice = Buttons(Coordinator).First();
        await TapAsync(Coordinator, choice);
        items.Single(report => choice.StartsWith(NameOf(report.Item), StringComparison.Ordinal)
            && (!choice.Contains("月）", StringComparison.Ordinal) || choice.Contains($"（{Month(report.Round)}月）", StringComparison.Ordinal))).Revoke();
    }

    async Task OnBehalfAsync(Speaker speaker, Random random)
    {
        var number = Pick(speaker.Numbers, random);
        var amount = Amount(number, random);
        var message = Message.Of(number.Total(amount), [(number.Item, Figure(number, amount * number.Scale))]);
        await SayAsync(Coordinator, $"代报 {speaker.Unit} {message.Text}", []);
        var asCoordinator = speaker with { Name = Coordinator };
        var said = await AnswerAsync(asCoordinator, message, false);
        if (await DecideAsync(asCoordinator, true)) Keep(speaker.Unit, said, null);
    }

    // reports of September are taken until 20 October, those of October from the 24th
    async Task NextRoundAsync()
    {
        if (_round == "2022-10") return;
        foreach (var name in _left.Keys.ToList()) await ComeBackAsync(_left[name].Speaker);
        await MoveAsync(new DateTimeOffset(2022, 10, 28, 10, 40, 0, TimeSpan.FromHours(8)));
        _round = "2022-10";
        _listed.Clear();
    }

    Task MoveAsync(DateTimeOffset to) => to > new DateTimeOffset(2022, 10, 12, 0, 0, 0, TimeSpan.FromHours(8)) && to.Month == 10 && _round == "2022-09" && to.Day < 28 || to.Month > 10
        ? Task.CompletedTask
        : DoAsync($"now {to.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}", _bot.MoveToAsync(to));

    Task HappenAsync(string what) => DoAsync($"* {what}", _bot.HappenAsync(what));

    async Task SayAsync(string who, string text, IReadOnlyList<string> files) =>
        await DoAsync($"{who}: {text}{string.Concat(files.Select(file => $" <{file}>"))}", _bot.SayAsync(who, text, files), who);

    async Task TapAsync(string who, string button) =>
        await DoAsync($"{who}: [{button}]", _bot.SayAsync(who, button, [], _last[who]!.Buttons.First(each => each.Text == button).Data), who);

    async Task DoAsync(string line, Task<Heard> doing, string? who = null)
    {
        _talk.Append(line).Append('\n');
        if (who is not null) _last[who] = null;
        Hear(await doing, who);
    }

    // what matters is the last answer that somebody got to the own words
    void Hear(Heard heard, string? who = null)
    {
        foreach (var (to, message) in heard.Messages.Where(message => message.To == who))
        {
            _last[to] = message;
            _talk.Append("   | ").Append(message.Text.ReplaceLineEndings("\n   | ")).Append('\n');
            if (message.Buttons.Count > 0) _talk.Append("   [").AppendJoin("] [", message.Buttons.Select(button => button.Text)).Append("]\n");
        }
    }

    static int Month(string round) => int.Parse(round[5..], CultureInfo.InvariantCulture);

    IEnumerable<string> Buttons(string who) => _last.GetValueOrDefault(who)?.Buttons.Select(button => button.Text) ?? [];

    bool Offers(string who, string button) => Buttons(who).Contains(button);

    static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [GeneratedRegex(@"^(\d+) (\S+) (.+?)(?:（(\d+)月）)?：", RegexOptions.Multiline)]
    private static partial Regex Line();

    sealed class UnexpectedException(string message) : Exception(message);
}
