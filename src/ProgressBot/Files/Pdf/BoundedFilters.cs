using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ProgressBot.Files.Pdf;

/// <summary>The usual filters of a PDF, with a limit for what a file may unpack to.</summary>
sealed class BoundedFilters : IFilterProvider
{
    const long MostUnpacked = 300L * 1024 * 1024;

    long _unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Bounded(filter, this))];

    void Measure(Memory<byte> input)
    {
        var buffer = new byte[1 << 16];
        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
            for (int read; (read = unpacking.Read(buffer)) > 0;)
                if ((_unpacked += read) > MostUnpacked)
                    throw new UnreadableFileException("pdf_too_slow");
        }
        catch (InvalidDataException)
        {
            // the filter itself is more patient with what is damaged
        }
    }

    sealed class Bounded(IFilter filter, BoundedFilters limits) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter)
                limits.Measure(input);
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
