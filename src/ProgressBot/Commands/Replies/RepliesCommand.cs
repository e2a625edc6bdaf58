using System.Globalization;
using System.Text.Json;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Answers.Trials;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans;
using ProgressBot.Turns;

namespace ProgressBot.Commands.Replies;

/// <summary>
/// The verb <c>replies</c>: for each message of the input what the bot would hold and ask, through the dialogs that talks use. Stores
/// nothing.
/// </summary>
internal sealed class RepliesCommand(TrialPlan plan, DialogBook book, DateOnly today, bool explain)
{
    /// <summary>Standard input to standard output.</summary>
    /// <param name="plan">A file, or the number of a plan that is kept.</param>
    /// <param name="members">GROUP=UNIT,UNIT for each group that is to be filled.</param>
    /// <returns>0, or 1 when the plan or a line of the input cannot be used, each told on standard error.</returns>
    public static async Task<int> RunAsync(string plan, IReadOnlyCollection<string> members, bool explain, string? data,
        CancellationToken cancellationToken)
    {
        if (await TrialPlans.FindAsync(plan, data, Console.Error, cancellationToken) is not { } found) return 1;
        foreach (var group in members)
        {
            var name = group[..group.IndexOf('=', StringComparison.Ordinal)].Trim();
            var named = group[(group.IndexOf('=', StringComparison.Ordinal) + 1)..].Split([',', '，', '、'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (found.With(name, named) is not { } filled)
            {
                await Console.Error.WriteLineAsync(CommandWording.Text("unit_unknown", ("unit", name)));
                return 1;
            }
            found = filled;
        }
        var book = DialogLibrary.Read(BotFolders.Find(null).Dialogs);
        return await new RepliesCommand(found, book, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime), explain)
            .RunAsync(Console.In, Console.Out, Console.Error);
    }

    /// <summary>
    /// Reads to the end of <paramref name="input"/>; a line that cannot be used gives a line of errors and no line of output.
    /// </summary>
    public async Task<int> RunAsync(TextReader input, TextWriter output, TextWriter error)
    {
        var (number, code) = (0, 0);
        while (await input.ReadLineAsync() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var (reply, refusal) = Try(line);
            if (reply is not null) await output.WriteLineAsync(JsonSerializer.Serialize(reply, ReplyJson.Options));
            else
            {
                await error.WriteLineAsync(CommandWording.Text("replies_line", ("line", number), ("reason", refusal)));
                code = 1;
            }
        }
        return code;
    }

    (ReplyJson? Reply, string? Refusal) Try(string line)
    {
        ReplyLine? given;
        try
        {
            given = JsonSerializer.Deserialize<ReplyLine>(line, ReplyJson.Options);
        }
        catch (JsonException failure)
        {
            return (null, failure.Message);
        }
        if (given?.Unit is null || given.Text is null) return (null, CommandWording.Text("replies_form"));
        var prior = given.Prior ?? [];
        if (prior.Keys.FirstOrDefault(key =>
            !IsKnown(key)) is { } unknown) return (null, CommandWording.Text("replies_key", ("key", unknown)));
        if (plan.Before(given.Unit, given.Period ?? today, given.Lead, (item, indicator) =>
            prior.TryGetValue(Key(item, indicator), out var total) ? total : null) is not { } facts)
            return (null, CommandWording.Text("unit_unknown", ("unit", given.Unit)));
        var message = new Incoming(new Address("replies", "trial"), "1", given.Text, facts.Now);
        return (ReplyJson.Of(given.Id, ReplyTrial.Of(book, message, facts), explain), null);
    }

    bool IsKnown(string key) => plan.Plan.Items.Any(item => item.Indicators.Any(indicator => Key(item, indicator) == key));

    static string Key(WorkItem item, Indicator indicator) => string.Create(CultureInfo.InvariantCulture, $"{item.Number}/{indicator.Name}");
}
