namespace ProgressBot.Core.Figures.Reading;

/// <summary>Follows 其中, 包括 and 含 through a text and says which sum a figure is a part of.</summary>
internal sealed class Parts
{
    // the sum stands near its parts: no further back than this many figures
    private const int Reach = 4;

    // and the first part stands near the word that opens them: characters
    private const int Nearness = 24;

    private int _sentence;
    private int _opened = -1;
    private int _openedAt;
    private bool _inBrackets;
    private bool _openedInBrackets;
    private (int Sum, decimal Total) _running = (-1, 0);

    /// <summary>Takes notice of one character of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="found">How many figures stand before it.</param>
    public void Pass(Glyphs text, int at, int found)
    {
        if (text[at] is '。' or ';' or '!' or '?' || (text.StartsLine(at) && at > 0))
            (_sentence, _opened) = (found, -1);
        else if (text[at] == '(')
            _inBrackets = true;
        else if (text[at] == ')')
            Close();
        else if (Surroundings.PartsOpening(text.Letters, at) > 0 && found > _sentence)
            (_opened, _openedAt, _openedInBrackets, _running) = (found, at, _inBrackets, (-1, 0));
    }

    /// <summary>Index of the sum the next figure is a part of; null when it is none.</summary>
    /// <param name="found">The figures before it.</param>
    /// <param name="at">Place of the figure.</param>
    /// <param name="value">Its value in the base unit.</param>
    /// <param name="measure">Its unit.</param>
    public int? SumOf(IReadOnlyList<FoundFigure> found, int at, decimal value, MeasureWord measure)
    {
        if (_running.Sum < 0 && at > _openedAt + Nearness)
            _opened = -1;
        if (_opened < 0 || measure.Kind is MeasureKind.Percent or MeasureKind.Points or MeasureKind.Times)
            return null;
        for (var sum = _opened - 1; sum >= Math.Max(_sentence, _opened - Reach); sum--)
            if (found[sum].BaseUnit == measure.Base)
                return Take(sum, found[sum].NormalizedMax ?? found[sum].Normalized, value);
        return null;
    }

    private int? Take(int sum, decimal whole, decimal value)
    {
        var total = (_running.Sum == sum ? _running.Total : 0) + value;
        if (total > whole || value > whole)
        {
            _opened = -1;
            return null;
        }
        _running = (sum, total);
        return sum;
    }

    private void Close()
    {
        _inBrackets = false;
        if (_openedInBrackets)
            _opened = -1;
    }
}
