using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Word;

/// <summary>Makes blocks of a paragraph: its text, then what stands in its text boxes.</summary>
internal static class WordBlocks
{
    public static IEnumerable<Block> Of(XElement paragraph, int line, WordContext context)
    {
        var leftOut = new LeftOut();
        var text = (context.Numbering.Mark(paragraph) + WordText.Of(paragraph, context, leftOut)).Trim();
        leftOut.SayTo(context.Notes, Place.Paragraph(line));
        if (text.Length > 0)
            yield return new Paragraph(text, line, context.Pages.Current);
        foreach (var block in Boxes(paragraph).SelectMany(box => InBox(box, line, context)))
            yield return block;
        context.Pages.Pass(paragraph);
    }

    /// <summary>The text boxes that hang on a paragraph, each once.</summary>
    public static IEnumerable<XElement> Boxes(XElement paragraph) => Wordml.Nearest(paragraph, Wordml.TextBox);

    static IEnumerable<Block> InBox(XElement box, int line, WordContext context) =>
        box.Elements().SelectMany(element => element.Name == Wordml.Table ? WordTable.Read(element, context, line)
            : element.Name == Wordml.Paragraph ? Of(element, line, context) : InBox(element, line, context));
}
