using System.Text.Json;
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

    static readonly Table NoTable = new([], []);

    public static RawJson Card(Outgoing message) => RawJson.Of(json =>
    {
        Begin(json, message);
        json.WriteEndArray();
        json.WriteStartArray("actions"u8);
        foreach (var button in message.Buttons)
            Submit(json, button);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Writes the card up to the last block of its body; body and card stay open for what else belongs into them.</summary>
    public static void Begin(Utf8JsonWriter json, Outgoing message)
    {
        json.WriteStartObject();
        json.WriteString("$schema"u8, "http://adaptivecards.io/schemas/adaptive-card.json"u8);
        json.WriteString("type"u8, "AdaptiveCard"u8);
        json.WriteString("version"u8, "1.3"u8);
        json.WriteString("fallbackText"u8, message.Text);
        json.WriteStartArray("body"u8);
        Body(json, message.Table ?? NoTable, Lines(message.Text));
    }

    /// <summary>Writes what a tap sends into an open object: the button's text, and the button's own data beside it.</summary>
    public static void Tap(Utf8JsonWriter json, Button button)
    {
        json.WriteString(TextKey, button.Text);
        if (button.Data is { } data)
            foreach (var (name, value) in data)
                json.WriteString(name, value);
    }

    static void Body(Utf8JsonWriter json, Table table, string[] lines)
    {
        bool Repeats(string line) => table.Rows.Any(row => IsAbout(line, row));
        var above = lines.TakeWhile(line => !Repeats(line)).Count();
        foreach (var line in lines.AsSpan(0, above))
            Block(json, line);
        for (var index = 0; index < table.Rows.Count; index++)
            Row(json, table.Header, table.Rows[index], lines, index > 0);
        foreach (var line in lines.Skip(above).Where(line => !Repeats(line)))
            Block(json, line);
    }

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static bool IsAbout(string line, IReadOnlyList<string> row) => row is [{ Length: > 0 } name, ..] && line.StartsWith(name, StringComparison.Ordinal);

    static void Row(Utf8JsonWriter json, IReadOnlyList<string> header, IReadOnlyList<string> row, string[] lines, bool separated)
    {
        var cells = header.Zip(row).Skip(1).ToArray();
        json.WriteStartObject();
        json.WriteString("type"u8, "Container"u8);
        json.WriteBoolean("separator"u8, separated);
        json.WriteStartArray("items"u8);
        Heading(json, row.Count > 0 ? row[0] : "", cells);
        foreach (var abreast in cells.Where(cell => cell.Second.Length > 0 && !IsShare(cell)).Chunk(Abreast))
            Cells(json, abreast);
        foreach (var line in lines.Where(line => IsAbout(line, row)))
            Remarks(json, line, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // percentages stand beside the name: a row of the usual table then takes one line less on a phone
    static bool IsShare((string Header, string Value) cell) => cell.Value.EndsWith('%');

    static void Heading(Utf8JsonWriter json, string name, (string Header, string Value)[] cells)
    {
        BeginColumns(json);
        BeginColumn(json, "stretch"u8);
        Block(json, name, static json => json.WriteString("weight"u8, "Bolder"u8));
        EndList(json);
        foreach (var share in cells.Where(IsShare))
        {
            BeginColumn(json, "auto"u8);
            Block(json, $"{share.Header} {share.Value}", static json => json.WriteString("color"u8, "Accent"u8));
            EndList(json);
        }
        EndList(json);
    }

    static void Cells(Utf8JsonWriter json, (string Header, string Value)[] cells)
    {
        BeginColumns(json, "Small");
        foreach (var (header, value) in cells)
        {
            BeginColumn(json, "stretch"u8);
            Cell(json, header, value);
            EndList(json);
        }
        for (var missing = cells.Length; missing < Abreast; missing++)
        {
            BeginColumn(json, "stretch"u8);
            EndList(json);
        }
        EndList(json);
    }

    static void Cell(Utf8JsonWriter json, string header, string value)
    {
        Block(json, header, static json =>
        {
            json.WriteString("size"u8, "Small"u8);
            json.WriteBoolean("isSubtle"u8, true);
        });
        Block(json, value, static json => json.WriteString("spacing"u8, "None"u8));
    }

    [GeneratedRegex("[（(]([^（）()]+)[）)]")]
    private static partial Regex Brackets();

    static void Remarks(Utf8JsonWriter json, string line, IReadOnlyList<string> row)
    {
        foreach (var found in Brackets().EnumerateMatches(line))
        {
            var bracket = line.Substring(found.Index, found.Length);
            if (row.Any(cell => cell.Length > 0 && bracket.Contains(cell, StringComparison.Ordinal)))
                continue;
            Block(json, bracket[1..^1], static json =>
            {
                json.WriteString("size"u8, "Small"u8);
                json.WriteString("spacing"u8, "Small"u8);
                json.WriteString("color"u8, "Accent"u8);
            });
        }
    }

    static void BeginColumns(Utf8JsonWriter json, string? spacing = null)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "ColumnSet"u8);
        if (spacing is not null)
            json.WriteString("spacing"u8, spacing);
        json.WriteStartArray("columns"u8);
    }

    static void BeginColumn(Utf8JsonWriter json, ReadOnlySpan<byte> width)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Column"u8);
        json.WriteString("width"u8, width);
        json.WriteStartArray("items"u8);
    }

    static void EndList(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Block(Utf8JsonWriter json, string text, Action<Utf8JsonWriter>? looks = null)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TextBlock"u8);
        json.WriteString("text"u8, Verbatim(text));
        json.WriteBoolean("wrap"u8, true);
        looks?.Invoke(json);
        json.WriteEndObject();
    }

    // a text block understands a little Markdown; what the bot says is meant as it stands
    static string Verbatim(string text) =>
        text.Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    // Web Chat turns the inner action into a message that shows the button's text as the person's own words; others submit the whole object
    static void Submit(Utf8JsonWriter json, Button button)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.Submit"u8);
        json.WriteString("title"u8, button.Text);
        json.WriteStartObject("data"u8);
        Tap(json, button);
        json.WriteBoolean("__isBotFrameworkCardAction"u8, true);
        MessageBack(json, "cardAction", button);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes, under that name, the action that sends a button's text as the person's own words.</summary>
    public static void MessageBack(Utf8JsonWriter json, string name, Button button)
    {
        json.WriteStartObject(name);
        json.WriteString("type"u8, CardAction.MessageBack);
        json.WriteString("text"u8, button.Text);
        json.WriteString("displayText"u8, button.Text);
        json.WriteStartObject("value"u8);
        Tap(json, button);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
