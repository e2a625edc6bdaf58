namespace ProgressBot.Core.Figures.Reading;

/// <summary>Knows whether 分别 was said in the sentence, so that the numbers of a list share the unit at its end: 分别培训12、15和8期，参训230、310、165人次.</summary>
internal sealed class SharedUnits
{
    /// <summary>True from 分别 to the end of the sentence.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Takes notice of one character of the text.</summary>
    public void Pass(Glyphs text, int at)
    {
        if (text[at] is '。' or ';' or '!' or '?' || text.StartsLine(at))
            IsOpen = false;
        if (Surroundings.OpensList(text.Letters, at))
            IsOpen = true;
    }
}
