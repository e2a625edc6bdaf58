using System.Globalization;

namespace ProgressBot.Outbox;

/// <summary>So many in any stretch of time of this length.</summary>
internal readonly record struct Rate(int Count, TimeSpan Per)
{
    /// <summary>Reads <c>7/1s 1800/1h</c>.</summary>
    /// <exception cref="FormatException">Not of that form, or a number below 1.</exception>
    public static IReadOnlyList<Rate> ParseAll(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    static Rate Parse(string text)
    {
        var parts = text.Split('/');
        if (parts is [var count, { Length: > 1 } per] && Number(count) is { } most && Number(per[..^1]) is { } length && Unit(per[^1]) is { } unit)
            return new Rate(most, length * unit);
        throw new FormatException($"'{text}' is no rate; write it like 7/1s, 20/1m or 1800/1h.");
    }

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    static TimeSpan? Unit(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        _ => null,
    };
}
