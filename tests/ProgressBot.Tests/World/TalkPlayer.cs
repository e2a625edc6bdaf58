using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.World;

/// <summary>Plays a talk's inputs in a world and writes down the talk that results.</summary>
static partial class TalkPlayer
{
    public static async Task<string> PlayAsync(Talk talk, ITalkWorld world)
    {
        var text = new StringBuilder();
        var codes = new List<string>();
        var shown = new List<(string To, Outgoing Message)>();
        var stage = OnStage(talk);
        foreach (var line in talk.Inputs)
        {
            text.Append(line.Raw).Append('\n');
            var heard = await FeedAsync(world, line, codes, shown);
            shown.AddRange(heard.Messages);
            var speaker = (line as TalkLine.Speech)?.Who;
            foreach (var stored in heard.Stored) text.Append("= ").Append(stored).Append('\n');
            foreach (var (to, message) in heard.Messages.Where(message => stage.Contains(message.To)))
                foreach (var printed in ProgressBot.Channels.Console.Talk.Lines(to == speaker ? "bot" : $"bot to {to}", message))
                    text.Append(Mask(printed, codes)).Append('\n');
        }
        return text.ToString();
    }

    static HashSet<string> OnStage(Talk talk) =>
    [
        .. talk.Inputs.OfType<TalkLine.Speech>().Select(line => line.Who),
        .. talk.Inputs.OfType<TalkLine.Audience>().SelectMany(line => line.Names),
        "console",
    ];

    static Task<Heard> FeedAsync(
        ITalkWorld world, TalkLine line, List<string> codes, List<(string To, Outgoing Message)> shown) => line switch
    {
        TalkLine.Clock clock => world.MoveToAsync(clock.At),
        TalkLine.Outside outside => world.HappenAsync(outside.Event),
        TalkLine.Speech speech => world.SayAsync(
            speech.Who, Unmask(speech.Text, codes), speech.Files, Carried(speech, shown), speech.How == TalkLine.Touch.Edited),
        _ => Task.FromResult(Heard.Nothing),
    };

    // as a card gives it back
    static IReadOnlyDictionary<string, string>? Carried(TalkLine.Speech speech, List<(string To, Outgoing Message)> shown)
    {
        if (speech.How is TalkLine.Touch.Typed or TalkLine.Touch.Edited) return null;
        var buttons = shown.Where(message => message.To == speech.Who).SelectMany(message => message.Message.Buttons)
            .Where(button => button.Text == speech.Text);
        return (speech.How == TalkLine.Touch.Tapped ? buttons.LastOrDefault() : buttons.FirstOrDefault())?.Data;
    }

    // codes are random: in a talk they are called CODE1, CODE2 in the order they were given out
    static string Mask(string text, List<string> codes) => Code().Replace(text, match =>
    {
        if (!codes.Contains(match.Value)) codes.Add(match.Value);
        return $"CODE{codes.IndexOf(match.Value) + 1}";
    });

    static string Unmask(string text, List<string> codes) => CodeName().Replace(text, match =>
        int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is var number && number <= codes.Count
            ? codes[number - 1]
            : match.Value);

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")]
    private static partial Regex Code();

    [GeneratedRegex("CODE([0-9]+)")]
    private static partial Regex CodeName();
}
