using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ProgressBot.Core.Reminding;

/// <summary>Reads one calendar file and says everything that is wrong with it, not only the first thing.</summary>
internal sealed class CalendarReader(string fileName)
{
    const string MakeUp = "调休上班";
    const int LongestStretch = 60;

    readonly List<CalendarError> _errors = [];
    readonly Dictionary<DateOnly, CalendarDay> _days = [];
    readonly List<int> _years = [];
    List<DayOfWeek>? _weekend;
    bool _extends = true;

    public static WorkingCalendar ReadBuiltIn(string resource)
    {
        using var stream = typeof(CalendarReader).Assembly.GetManifestResourceStream(resource)!;
        using var text = new StreamReader(stream);
        var reading = new CalendarReader(resource).Read(text.ReadToEnd(), WorkingCalendar.MondayToFriday);
        return reading.Calendar ?? throw new InvalidDataException(string.Join('\n', reading.Errors));
    }

    public CalendarReading Read(string yaml, WorkingCalendar under)
    {
        if (Root(yaml) is { } root)
            foreach (var (key, value) in root.Children)
                ReadSection(key, value);
        if (_errors.Count > 0) return new CalendarReading(null, _errors);
        return new CalendarReading((_extends ? under : WorkingCalendar.MondayToFriday).Overlaid(_days, _years, _weekend), []);
    }

    YamlMappingNode? Root(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            _errors.Add(new CalendarError(fileName, (int)broken.Start.Line, broken.Message));
            return null;
        }
        if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..]) return root;
        _errors.Add(new CalendarError(fileName, 1, "expected the sections weekend, years, days"));
        return null;
    }

    void ReadSection(YamlNode key, YamlNode value)
    {
        switch (Text(key))
        {
            case "extends": _extends = ReadExtends(value); break;
            case "weekend": _weekend = ReadWeekend(value); break;
            case "years": EachEntry(value, ReadYear); break;
            case "days": EachEntry(value, ReadSingleDay); break;
            case var other: Fail(key, $"unknown section '{other}'; known are extends, weekend, years, days"); break;
        }
    }

    bool ReadExtends(YamlNode value)
    {
        if (Text(value) is not "none") Fail(value, "'extends' can only be 'none'; leave it out to add to the calendar below");
        return false;
    }

    List<DayOfWeek> ReadWeekend(YamlNode value)
    {
        var days = new List<DayOfWeek>();
        foreach (var item in Items(value))
            if (Enum.TryParse<DayOfWeek>(Text(item), ignoreCase: true, out var day) && !char.IsDigit(Text(item)[0])) days.Add(day);
            else Fail(item, $"'{Text(item)}' is no weekday; write Saturday, Sunday …");
        if (days.Distinct().Count() == 7) Fail(value, "a week needs a working day");
        return days;
    }

    void ReadYear(YamlNode key, YamlNode value)
    {
        if (!int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9998)
        {
            Fail(key, $"'{Text(key)}' is no year");
            return;
        }
        _years.Add(year);
        EachEntry(value, (name, holiday) => ReadHoliday(year, Text(name), holiday));
    }

    void ReadHoliday(int year, string name, YamlNode holiday) =>
        EachEntry(holiday, (key, dates) =>
        {
            if (Text(key) == "off") SetAll(dates, year, new CalendarDay(false, name));
            else if (Text(key) == "work") SetAll(dates, year, new CalendarDay(true, MakeUp));
            else Fail(key, $"unknown key '{Text(key)}'; a holiday has off and work");
        });

    void ReadSingleDay(YamlNode key, YamlNode value)
    {
        if (ReadDate(key, Text(key), year: null) is not { } date) return;
        EachEntry(value, (kind, name) =>
        {
            if (Text(kind) is "off" or "work") Set(key, date, new CalendarDay(Text(kind) == "work", Text(name)));
            else Fail(kind, $"unknown key '{Text(kind)}'; a day is 'off: name' or 'work: name'");
        });
    }

    void SetAll(YamlNode dates, int year, CalendarDay day)
    {
        foreach (var item in Items(dates))
            foreach (var date in ReadStretch(item, year))
                Set(item, date, day);
    }

    void Set(YamlNode where, DateOnly date, CalendarDay day)
    {
        if (!_days.TryAdd(date, day)) Fail(where, $"{date:yyyy-MM-dd} stands here twice");
    }

    IEnumerable<DateOnly> ReadStretch(YamlNode node, int year)
    {
        var ends = Text(node).Split("..", 2);
        if (ReadDate(node, ends[0], year) is not { } first || ReadDate(node, ends[^1], year) is not { } last) return [];
        var length = last.DayNumber - first.DayNumber + 1;
        if (length is > 0 and <= LongestStretch) return Enumerable.Range(0, length).Select(first.AddDays);
        Fail(node, $"'{Text(node)}' is a stretch of {length} days; 1 to {LongestStretch} are meant");
        return [];
    }

    DateOnly? ReadDate(YamlNode node, string text, int? year)
    {
        var full = year is not null && text.Trim().Length == 5 ? $"{year:0000}-{text.Trim()}" : text.Trim();
        if (DateOnly.TryParseExact(full, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Fail(node, $"'{text.Trim()}' is no date; write MM-dd or yyyy-MM-dd");
        return null;
    }

    void EachEntry(YamlNode node, Action<YamlNode, YamlNode> read)
    {
        if (node is YamlMappingNode mapping)
            foreach (var (key, value) in mapping.Children)
                read(key, value);
        else Fail(node, "expected 'key: value' lines");
    }

    static IEnumerable<YamlNode> Items(YamlNode node) => node is YamlSequenceNode list ? list.Children : [node];

    static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    void Fail(YamlNode where, string reason) => _errors.Add(new CalendarError(fileName, (int)where.Start.Line, reason));
}
