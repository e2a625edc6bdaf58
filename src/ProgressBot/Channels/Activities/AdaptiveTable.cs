using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.Activities;

/// <summary>
/// A message's table as an Adaptive Card 1.3 that a phone can show: one block per row, headed by its first cell, the other cells three abreast under
/// their column names, percentages beside the name. Lines of the text that do not begin with a row's first cell stand above and below; of a line that does, what it says in brackets
/// and the row does not is put under the row. So the card alone says everything, once.
/// </summary>
internal static partial class AdaptiveTable
{
    /// <summary>Where a submitted button keeps its text, beside the button's own data.</summary>
    public const string TextKey = "text";

    const int Abreast = 3;

    public static JsonElement Card(Outgoing message)
    {
        var table = message.Table!;
        var (above, below) = LinesBeside(table, message.Text);
        JsonArray body = [.. above.Select(Line), .. table.Rows.Select((row, index) => Row(table.Header, row, Remarks(row, message.Text), index > 0)), .. below.Select(Line)];
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.3",
            ["fallbackText"] = message.Text,
            ["body"] = body,
            ["actions"] = new JsonArray([.. message.Buttons.Select(Submit)]),
        });
    }

    static (IEnumerable<string> Above, IEnumerable<string> Below) LinesBeside(Table table, string text)
    {
        var lines = Lines(text);
        bool Repeats(string line) => table.Rows.Any(row => IsAbout(line, row));
        var above = lines.TakeWhile(line => !Repeats(line)).ToArray();
        return (above, lines.Skip(above.Length).Where(line => !Repeats(line)));
    }

    static IEnumerable<string> Remarks(IReadOnlyList<string> row, string text) =>
        from line in Lines(text)
        where IsAbout(line, row)
        from Match bracket in Brackets().Matches(line)
        where !row.Any(cell => cell.Length > 0 && bracket.Value.Contains(cell, StringComparison.Ordinal))
        select bracket.Groups[1].Value;

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static bool IsAbout(string line, IReadOnlyList<string> row) => row is [{ Length: > 0 } name, ..] && line.StartsWith(name, StringComparison.Ordinal);

    [GeneratedRegex("[（(]([^（）()]+)[）)]")]
    private static partial Regex Brackets();

    static JsonObject Line(string text) => Block(text);

    static JsonObject Row(IReadOnlyList<string> header, IReadOnlyList<string> row, IEnumerable<string> remarks, bool separated) => new()
    {
        ["type"] = "Container",
        ["separator"] = separated,
        ["items"] = new JsonArray(
        [
            Heading(row.Count > 0 ? row[0] : "", header.Zip(row).Skip(1).Where(IsShare)),
            .. header.Zip(row).Skip(1).Where(cell => cell.Second.Length > 0 && !IsShare(cell)).Chunk(Abreast).Select(Cells),
            .. remarks.Select(remark => Block(remark, ("size", "Small"), ("spacing", "Small"), ("color", "Accent"))),
        ]),
    };

    // percentages stand beside the name: a row of the usual table then takes one line less on a phone
    static bool IsShare((string Header, string Value) cell) => cell.Value.EndsWith('%');

    static JsonObject Heading(string name, IEnumerable<(string Header, string Value)> shares) => new()
    {
        ["type"] = "ColumnSet",
        ["columns"] = new JsonArray(
        [
            new JsonObject { ["type"] = "Column", ["width"] = "stretch", ["items"] = new JsonArray(Block(name, ("weight", "Bolder"))) },
            .. shares.Select(share => new JsonObject
            {
                ["type"] = "Column",
                ["width"] = "auto",
                ["items"] = new JsonArray(Block($"{share.Header} {share.Value}", ("color", "Accent"))),
            }),
        ]),
    };

    static JsonObject Cells((string Header, string Value)[] cells) => new()
    {
        ["type"] = "ColumnSet",
        ["spacing"] = "Small",
        ["columns"] = new JsonArray([.. cells.Select(Cell), .. Enumerable.Repeat(("", ""), Abreast - cells.Length).Select(Cell)]),
    };

    static JsonObject Cell((string Header, string Value) cell) => new()
    {
        ["type"] = "Column",
        ["width"] = "stretch",
        ["items"] = cell.Value.Length == 0
            ? new JsonArray()
            : new JsonArray(Block(cell.Header, ("size", "Small"), ("isSubtle", true)), Block(cell.Value, ("spacing", "None"))),
    };

    static JsonObject Block(string text, params (string Name, JsonNode Value)[] looks)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = Verbatim(text), ["wrap"] = true };
        foreach (var (name, value) in looks)
            block[name] = value;
        return block;
    }

    // a text block understands a little Markdown; what the bot says is meant as it stands
    static string Verbatim(string text) =>
        text.Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    // Web Chat turns the inner action into a message that shows the button's text as the person's own words; others submit the whole object
    static JsonObject Submit(Button button)
    {
        var data = new JsonObject { [TextKey] = button.Text };
        foreach (var (name, value) in button.Data ?? new Dictionary<string, string>())
            data[name] = value;
        var plain = data.DeepClone();
        data["__isBotFrameworkCardAction"] = true;
        data["cardAction"] = new JsonObject
        {
            ["type"] = CardAction.MessageBack,
            ["text"] = button.Text,
            ["displayText"] = button.Text,
            ["value"] = plain,
        };
        return new JsonObject { ["type"] = "Action.Submit", ["title"] = button.Text, ["data"] = data };
    }
}
