using ProgressBot.Core.Figures.Matching;
using ProgressBot.Core.Figures.Reading;

namespace ProgressBot.Core.Figures;

/// <summary>Whether a line may be a unit of measure of a plan's own: 畦, 标准床=张, 打=12件.</summary>
public static class CounterRule
{
    private const int Longest = 6;

    // numbers stay far from the end of decimal, whatever they are multiplied by
    private const decimal Least = 0.0001m;
    private const decimal Most = 1_000_000;

    /// <summary>The name a line defines: 打 of 打=12件.</summary>
    public static string NameOf(string line) => line.Split('=')[0].Trim();

    /// <summary>What speaks against a line; null when nothing does.</summary>
    /// <param name="line">As for <see cref="MeasureWords.With"/>.</param>
    /// <param name="known">What is known already.</param>
    public static CounterFault? Check(string line, MeasureWords known)
    {
        var name = NameOf(line);
        if (name.Length is 0 or > Longest || !name.All(IsLetter) || known.Parse(line) is not { Factor: >= Least and <= Most } word)
            return CounterFault.Form;
        if (known.Find(name) is not null)
            return CounterFault.Known;
        if (ReplyWords.Content(name) == 0)
            return CounterFault.NoCounter;
        return word.Base == name || known.Find(word.Base) is not null ? null : CounterFault.Base;
    }

    // 双百 or 两片 would be read as a number first
    private static bool IsLetter(char letter) => char.IsLetter(letter) && !Numeral.Begins(letter) && !Numeral.IsVague(letter);
}

/// <summary>What speaks against a unit of measure.</summary>
public enum CounterFault
{
    /// <summary>Not 1 to 6 letters without numerals, or not one of the three forms.</summary>
    Form,

    /// <summary>It is understood already.</summary>
    Known,

    /// <summary>An everyday word or a date: 年, 号, 以上.</summary>
    NoCounter,

    /// <summary>It is defined by a unit that nobody knows.</summary>
    Base,
}
