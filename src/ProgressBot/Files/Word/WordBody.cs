using System.Xml;
using System.Xml.Linq;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files.Notes;

namespace ProgressBot.Files.Word;

/// <summary>Walks through the body. Content controls and the like are transparent: their paragraphs and tables count as the
/// body's.</summary>
internal sealed class WordBody(XmlReader reader, WordContext context)
{
    int _line;
    bool _isPrompt;
    bool _hasChoice;

    public List<Block> Blocks { get; } = [];

    public void Read()
    {
        reader.Read();
        while (!reader.EOF)
            if (reader.NodeType != XmlNodeType.Element || !Take())
                reader.Read();
    }

    // false when what lies inside is to be walked through, too
    bool Take() => reader.LocalName switch
    {
        "p" when Stands(Wordml.Paragraph) => Add(WordBlocks.Of((XElement)XNode.ReadFrom(reader), ++_line, context)),
        "tbl" when Stands(Wordml.Table) => Add(WordTable.Read(reader, context, ++_line)),
        "altChunk" when Stands(Wordml.Chunk) => Foreign(),
        "sectPr" when Stands(Wordml.Section) => Skip(),
        "showingPlcHdr" => !(_isPrompt = true),
        "sdtContent" => Prompt(),
        "AlternateContent" => _hasChoice = false,
        "Choice" => !(_hasChoice = true),
        "Fallback" when _hasChoice => Skip(),
        _ => false,
    };

    bool Stands(XName name) => Wordml.Stands(reader, name);

    bool Add(IEnumerable<Block> blocks)
    {
        Blocks.AddRange(blocks);
        return true;
    }

    bool Foreign()
    {
        context.HasForeignPart = true;
        context.Notes.Say("foreign_part", Place.Paragraph(_line + 1));
        return Skip();
    }

    // what a content control says while it is empty
    bool Prompt()
    {
        var isPrompt = _isPrompt;
        _isPrompt = false;
        if (isPrompt)
            context.Notes.Say("prompt", Place.Paragraph(_line + 1), ("text", FileNotes.Quote(((XElement)XNode.ReadFrom(reader)).Value)));
        return isPrompt;
    }

    bool Skip()
    {
        reader.Skip();
        return true;
    }
}
