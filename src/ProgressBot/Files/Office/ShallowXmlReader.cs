using System.Xml;

namespace ProgressBot.Files.Office;

/// <summary>
/// Reads an XML part without DTD or anything outside it, and refuses elements nested deeper than any program writes them.
/// The dialects of the format (strict, and the one of 2003) appear under the namespaces that nearly all files use.
/// </summary>
internal sealed class ShallowXmlReader : XmlTextReader
{
    // building a tree takes time with the square of its depth, and walking it takes stack
    const int Deepest = 256;

    readonly bool _asWritten;
    string? _written;
    string _read = string.Empty;

    /// <param name="part">The part's bytes.</param>
    /// <param name="asWritten">Keep the namespaces, to copy what is read.</param>
    public ShallowXmlReader(Stream part, bool asWritten = false)
        : base(part)
    {
        _asWritten = asWritten;
        (DtdProcessing, XmlResolver, Normalization) = (DtdProcessing.Prohibit, null, true);
    }

    public override string NamespaceURI
    {
        get
        {
            var written = base.NamespaceURI;
            if (_asWritten)
                return written;
            if (!ReferenceEquals(written, _written))
                (_written, _read) = (written, XmlDialect.Usual(written));
            return _read;
        }
    }

    /// <exception cref="XmlException">Damaged, a DTD, or nested too deeply.</exception>
    public override bool Read() =>
        base.Read() && (Depth <= Deepest ? true
            : throw new XmlException($"Elements are nested deeper than {Deepest}.", null, LineNumber, LinePosition));
}
