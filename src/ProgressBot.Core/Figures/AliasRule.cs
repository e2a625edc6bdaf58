using ProgressBot.Core.Figures.Matching;

namespace ProgressBot.Core.Figures;

/// <summary>Whether a word may be another name of an indicator. A careless one would lead figures astray without a question.</summary>
public static class AliasRule
{
    private const int Shortest = 2;
    private const int Longest = 20;

    /// <summary>What speaks against an alias; null when nothing does.</summary>
    /// <param name="alias">Without white space around it.</param>
    /// <param name="indicator">The indicator it is meant for.</param>
    /// <param name="others">What the same units report besides.</param>
    /// <param name="taken">The other indicator that the word names already; null unless the fault is <see cref="AliasFault.Taken"/>.</param>
    public static AliasFault? Check(string alias, SoughtIndicator indicator, IReadOnlyList<SoughtIndicator> others, out SoughtIndicator? taken)
    {
        taken = null;
        if (alias.Length is < Shortest or > Longest || !alias.All(letter => char.IsLetter(letter) || letter == ' ') || FigureReader.Read(alias).Count > 0)
            return AliasFault.Form;
        if (indicator.Aliases.Append(indicator.Name).Contains(alias))
            return AliasFault.Known;
        if (ReplyWords.Content(alias) == 0 || ReplyWords.Weak.Contains(alias) || ReplyWords.IsVague(alias) || ReplyWords.IsNotReported(alias))
            return AliasFault.Vague;
        taken = others.FirstOrDefault(other => Likeness.Of(other).Before(ReplyText.Plain(alias)).Strength >= Strength.Synonym);
        return taken is null ? null : AliasFault.Taken;
    }
}

/// <summary>What speaks against an alias.</summary>
public enum AliasFault
{
    /// <summary>Not 2 to 20 letters, or there is a figure in it.</summary>
    Form,

    /// <summary>The indicator is called so already.</summary>
    Known,

    /// <summary>A word that many things are called by (资金), that says a basis (累计), or that what is not reported begins with (计划).</summary>
    Vague,

    /// <summary>It names another indicator of the same units.</summary>
    Taken,
}
