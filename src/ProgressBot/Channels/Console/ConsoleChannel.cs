using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.Console;

/// <summary>The terminal as a channel: prints what the bot says in the form of a written talk, so that a good session can be kept as a test.</summary>
sealed class ConsoleChannel(TextWriter output) : IChannel
{
    public const string ChannelName = "console";

    public string Name => ChannelName;

    public ValueTask<Delivery> SendAsync(Address to, Outgoing message, string key, CancellationToken cancellationToken)
    {
        foreach (var line in Talk.Lines("bot", message)) output.WriteLine(line);
        return new(new Delivery.Sent(null));
    }
}

/// <summary>A written talk: who speaks, the text, further lines indented, buttons in brackets.</summary>
static class Talk
{
    public static IEnumerable<string> Lines(string speaker, Outgoing message)
    {
        var lines = message.Text.Split('\n');
        yield return $"{speaker}: {lines[0]}";
        foreach (var line in lines.Skip(1)) yield return $"   | {line}";
        if (message.Buttons.Count > 0) yield return "   " + string.Join(' ', message.Buttons.Select(button => $"[{button.Text}]"));
    }
}
