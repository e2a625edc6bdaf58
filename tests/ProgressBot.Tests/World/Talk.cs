namespace ProgressBot.Tests.World;

/// <summary>A written talk: what goes in, line by line, and the whole text as it was accepted.</summary>
public sealed record Talk(string Name, string Path, IReadOnlyList<TalkLine> Inputs, string Text)
{
    public static Talk Read(string path, string root) => new(
        System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'), path,
        [.. File.ReadAllLines(path).Select(TalkLine.Parse).OfType<TalkLine>()],
        File.ReadAllText(path).ReplaceLineEndings("\n"));
}

/// <summary>One line that goes in: somebody speaks, the clock moves, something happens outside, or a remark.</summary>
/// <param name="Raw">As written, to be written again.</param>
public abstract record TalkLine(string Raw)
{
    public sealed record Remark(string Raw) : TalkLine(Raw);

    /// <summary>
    /// Whose messages are written down though they do not speak: <c>listening: 刘主任, 赵蕾</c>. Everybody else on the roster is left out.
    /// </summary>
    public sealed record Audience(string Raw, IReadOnlyList<string> Names) : TalkLine(Raw);

    public sealed record Clock(string Raw, DateTimeOffset At) : TalkLine(Raw);

    /// <summary>restart, sweep, invite UNIT.</summary>
    public sealed record Outside(string Raw, string Event) : TalkLine(Raw);

    public sealed record Speech(string Raw, string Who, string Text, IReadOnlyList<string> Files, Touch How) : TalkLine(Raw);

    /// <summary>
    /// How something is said: typed, typed over the last message, or by a button of the latest or of the earliest message that has it.
    /// </summary>
    public enum Touch { Typed, Edited, Tapped, TappedEarliest }

    static readonly string[] ComesOut = ["bot", "= ", "   "];

    /// <summary>Null for what the bot said and what was stored: that is compared, not replayed.</summary>
    public static TalkLine? Parse(string line)
    {
        if (line.Length == 0 || line.StartsWith('#')) return new Remark(line);
        if (line.StartsWith("listening: ", StringComparison.Ordinal))
            return new Audience(line, line["listening: ".Length..].Split(',', StringSplitOptions.TrimEntries));
        if (line.StartsWith("now ", StringComparison.Ordinal)) return new Clock(line, Shanghai(line[4..]));
        if (line.StartsWith("* ", StringComparison.Ordinal)) return new Outside(line, line[2..]);
        return ComesOut.Any(start => line.StartsWith(start, StringComparison.Ordinal)) ? null : Speaks(line);
    }

    static Speech Speaks(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) throw new FormatException($"not a line of a talk: {line}");
        var said = line[(colon + 2)..];
        var files = new List<string>();
        while (said.EndsWith('>') && said.LastIndexOf('<') is >= 0 and var start)
        {
            files.Insert(0, said[(start + 1)..^1]);
            said = said[..start].TrimEnd();
        }
        var isTap = said.StartsWith('[') && said.EndsWith(']');
        var touch = isTap
            ? said.StartsWith("[^", StringComparison.Ordinal) ? Touch.TappedEarliest : Touch.Tapped
            : said.StartsWith('~') ? Touch.Edited : Touch.Typed;
        var text = isTap ? said[1..^1].TrimStart('^') : said.TrimStart('~').Replace("\\n", "\n", StringComparison.Ordinal);
        return new Speech(line, line[..colon], text, files, touch);
    }

    static DateTimeOffset Shanghai(string text) =>
        new(DateTime.ParseExact(text.Trim(), "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
