using System.Xml;

namespace ProgressBot.Files.Office;

/// <summary>Reads an XML part without DTD or anything outside it, and refuses elements nested deeper than any program writes them.</summary>
internal sealed class ShallowXmlReader : XmlTextReader
{
    // building a tree takes time with the square of its depth, and walking it takes stack
    const int Deepest = 256;

    public ShallowXmlReader(Stream part)
        : base(part)
    {
        (DtdProcessing, XmlResolver, Normalization) = (DtdProcessing.Prohibit, null, true);
    }

    /// <exception cref="XmlException">Damaged, a DTD, or nested too deeply.</exception>
    public override bool Read() =>
        base.Read() && (Depth <= Deepest ? true : throw new XmlException($"Elements are nested deeper than {Deepest}.", null, LineNumber, LinePosition));
}
