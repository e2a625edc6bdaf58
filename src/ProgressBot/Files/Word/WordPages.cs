using System.Xml.Linq;

namespace ProgressBot.Files.Word;

/// <summary>Counts pages by the ends that were set by hand and those noted when the file was last laid out.</summary>
internal sealed class WordPages
{
    /// <summary>1-based page of what is read next.</summary>
    public int Current { get; private set; } = 1;

    /// <summary>A file that was never laid out says nothing about its pages.</summary>
    public bool AreKnown { get; private set; }

    /// <summary>Counts the page ends inside an element.</summary>
    /// <returns>True when a text box or another table lies in it.</returns>
    public bool Pass(XElement element)
    {
        var hasInner = false;
        foreach (var inner in element.Descendants())
            if (inner.Name == Wordml.Table || inner.Name == Wordml.TextBox)
                hasInner = true;
            else if (inner.Name == Wordml.PageEnd)
                (Current, AreKnown) = (Current + 1, true);
            else if (inner.Name == Wordml.Break && (string?)inner.Attribute(Wordml.TypeOf) == "page")
                Current++;
        return hasInner;
    }
}
