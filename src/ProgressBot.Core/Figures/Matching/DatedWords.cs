using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures.Matching;

/// <summary>The month that the words before a figure date it to.</summary>
internal static class DatedWords
{
    /// <summary>True when the last month (or year) named in the sentence lies outside the period of the report.</summary>
    /// <remarks>A deadline (7月31日前) dates nothing, nor does a month before 目前. Of a span (1-9月) the last month counts.</remarks>
    public static bool IsOutside(string sentence, ReplyContext context) =>
        Last(sentence) is { } month && !ReplyWords.SaysNow(sentence.AsSpan(month.End)) && !Covers(context, month.Year, month.Month);

    /// <summary>The same for a total of its own clause: a month of another clause dates it only as 截至 or 月底 does.</summary>
    public static bool IsOutside(Mention mention, bool isTotal, ReplyContext context)
    {
        if (!isTotal || mention.Before.Contains('月'))
            return IsOutside(mention.Sentence, context);
        return Last(mention.Lead) is { } month
            && (mention.Lead.Contains('截') || month.End < mention.Lead.Length && mention.Lead[month.End] is '底' or '末')
            && IsOutside(mention.Lead, context);
    }

    /// <summary>True when the clause names a day of the period that is still to come: 9月30日再签1个 on the 27th.</summary>
    public static bool IsLater(string clause, ReplyContext context)
    {
        if (clause.Contains('截') || Last(clause) is not { } month || month.Month != context.Today.Month)
            return false;
        var end = month.End;
        while (end < clause.Length && char.IsAsciiDigit(clause[end]) && end < month.End + 2)
            end++;
        return end > month.End && end < clause.Length && clause[end] is '日' or '号'
            && int.Parse(clause.AsSpan(month.End, end - month.End), System.Globalization.CultureInfo.InvariantCulture) > context.Today.Day;
    }

    /// <summary>True when the clause speaks of a month after the period: a promise, no report.</summary>
    public static bool IsAhead(string clause, ReplyContext context) =>
        Last(clause) is { } month && (month.Year ?? context.PeriodEnd.Year) * 12 + month.Month > context.PeriodEnd.Year * 12 + context.PeriodEnd.Month;

    /// <summary>The first month of the last span that is named, 7 of 7—9月; null when none is.</summary>
    public static int? SpanStart(string words)
    {
        var month = words.LastIndexOf('月');
        if (month < 1 || Month(words, month) is null || IsDeadline(words, month))
            return null;
        var start = NumeralStart(words, month);
        return start > 1 && words[start - 1] is '-' or '至' or '到' or '~' or '—' or '–' ? Month(words, words[start - 2] == '月' ? start - 2 : start - 1) : null;
    }

    private static (int? Year, int Month, int End)? Last(string sentence)
    {
        for (var at = sentence.Length - 1; at > 0; at--)
            if (sentence[at] == '月' && Month(sentence, at) is { } month && !IsDeadline(sentence, at) && !IsBeginning(sentence, at))
                return (Year(sentence, at), month, at + 1);
        return null;
    }

    /// <summary>True when the clause dates what happened to one month or day (9月培训, 9月23日签约) and not to a state at its end.</summary>
    public static bool IsEvent(string clause)
    {
        var month = clause.LastIndexOf('月');
        if (month < 1 || Month(clause, month) is null || clause.Contains('截') || IsDeadline(clause, month))
            return false;
        var start = NumeralStart(clause, month);
        return (start == 0 || clause[start - 1] is not ('-' or '至' or '到' or '~' or '—' or '–'))
            && (month + 1 >= clause.Length || clause[month + 1] is not ('底' or '末'));
    }

    private static int NumeralStart(string words, int end)
    {
        var start = end;
        while (start > 0 && (char.IsAsciiDigit(words[start - 1]) || Numeral.Digit(words[start - 1]) >= 0 || words[start - 1] == '十'))
            start--;
        return start;
    }

    private static bool Covers(ReplyContext context, int? year, int month)
    {
        for (var day = context.PeriodStart; day <= context.PeriodEnd; day = day.AddMonths(1))
            if (day.Month == month && (year is null || day.Year == year))
                return true;
        return context.PeriodEnd.Month == month && (year is null || context.PeriodEnd.Year == year);
    }

    private static int? Month(string words, int end)
    {
        var start = end;
        while (start > 0 && end - start < 2 && (char.IsAsciiDigit(words[start - 1]) || Numeral.Digit(words[start - 1]) > 0 || words[start - 1] == '十'))
            start--;
        if (start == end)
            return null;
        return NumeralGrammar.Read(new Glyphs(words[start..end]), 0) is { Low: >= 1 and <= 12 } number ? (int)number.Low : null;
    }

    private static int? Year(string words, int month)
    {
        var place = words.LastIndexOf('年', month);
        return place >= 4 && month - place <= 7 && int.TryParse(words.AsSpan(place - 4, 4), out var year) ? year : null;
    }

    // 自3月启动以来
    private static bool IsBeginning(string words, int month) => words.AsSpan(month, Math.Min(words.Length - month, 8)).IndexOf("以来") > 0;

    private static bool IsDeadline(string words, int month)
    {
        var end = Math.Min(words.Length, month + 6);
        var before = words.AsSpan(month, end - month).IndexOf('前');
        return before > 0 && ReplyWords.Content(words.AsSpan(month, before)) == 0;
    }
}
