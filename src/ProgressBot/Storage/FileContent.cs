using System.IO.Compression;
using System.Text;

namespace ProgressBot.Storage;

/// <summary>
/// What a file is, judged by its bytes. Taken are documents, tables, slides, pictures, recordings, plain text and archives; never programs, scripts or
/// pages that a browser would run.
/// </summary>
internal static class FileContent
{
    const int HeadBytes = 8 * 1024;
    const string CompoundFile = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    static readonly (string Signature, int Offset, string ContentType)[] Signatures =
    [
        ("%PDF-", 0, "application/pdf"),
        ("\u0089PNG\r\n\u001a\n", 0, "image/png"),
        ("\u00ff\u00d8\u00ff", 0, "image/jpeg"),
        ("GIF8", 0, "image/gif"),
        ("WEBP", 8, "image/webp"),
        ("II*\0", 0, "image/tiff"),
        ("MM\0*", 0, "image/tiff"),
        ("ftypheic", 4, "image/heic"),
        ("ftypheix", 4, "image/heic"),
        ("ftypmif1", 4, "image/heic"),
        ("ftypqt", 4, "video/quicktime"),
        ("ftypM4A", 4, "audio/mp4"),
        ("ftyp", 4, "video/mp4"),
        ("ID3", 0, "audio/mpeg"),
        ("\u00ff\u00fb", 0, "audio/mpeg"),
        ("#!AMR", 0, "audio/amr"),
        ("\u00ff\u00fe", 0, "text/plain"),
        ("Rar!\u001a\u0007", 0, "application/vnd.rar"),
        ("7z\u00bc\u00af\u0027\u001c", 0, "application/x-7z-compressed"),
        ("{\\rtf", 0, "application/rtf"),
    ];

    static readonly string[] ProgramSignatures =
        ["\u007fELF", "\u00ca\u00fe\u00ba\u00be", "\u00cf\u00fa\u00ed\u00fe", "\u00ce\u00fa\u00ed\u00fe", "\u00fe\u00ed\u00fa", "#!/", "#! /", "L\0\0\0\u0001\u0014\u0002\0"];

    static readonly HashSet<string> ProgramExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".dll", ".com", ".scr", ".pif", ".cpl", ".sys", ".msi", ".msp", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".mjs", ".wsf", ".wsh",
        ".hta", ".reg", ".lnk", ".inf", ".jar", ".class", ".apk", ".ipa", ".sh", ".bash", ".py", ".rb", ".pl", ".php", ".asp", ".aspx", ".jsp", ".elf", ".so",
        ".app", ".dmg", ".deb", ".rpm", ".docm", ".xlsm", ".xlam", ".pptm", ".dotm", ".xltm", ".chm", ".appx", ".msix",
    };

    static readonly Dictionary<string, string> OfficePackages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["word/"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xl/"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["ppt/"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["OFD.xml"] = "application/ofd",
        ["content.xml"] = "application/vnd.oasis.opendocument.text",
    };

    static readonly Dictionary<string, string> OldOffice = new(StringComparer.OrdinalIgnoreCase)
    {
        [".doc"] = "application/msword",
        [".wps"] = "application/vnd.ms-works",
        [".xls"] = "application/vnd.ms-excel",
        [".et"] = "application/vnd.ms-excel",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".dps"] = "application/vnd.ms-powerpoint",
    };

    static readonly string[] PageStarts = ["<!doctype html", "<html", "<script", "<svg", "<?php", "<head", "<body", "<iframe"];

    /// <summary>What one file is.</summary>
    public abstract record Verdict
    {
        private Verdict() { }

        public sealed record Allowed(string ContentType) : Verdict;

        public sealed record Refused(FileRefusal Why) : Verdict;
    }

    /// <summary>Judges a whole file on disk.</summary>
    /// <param name="name">The sender's name; its ending may only make the judgement stricter, or tell one old office format from another.</param>
    public static Verdict Examine(string path, string name)
    {
        var head = Head(path);
        if (head.Length == 0)
            return new Verdict.Refused(FileRefusal.Empty);
        if (IsProgramName(name) || IsProgram(head))
            return new Verdict.Refused(FileRefusal.Program);
        if (head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal))
            return ExamineArchive(path);
        if (head.StartsWith(CompoundFile, StringComparison.Ordinal) && IsEncrypted(path))
            return new Verdict.Refused(FileRefusal.Encrypted);
        var contentType = Known(head) ?? OldDocument(head, name) ?? Text(head, name);
        return contentType is null ? new Verdict.Refused(FileRefusal.UnknownType) : new Verdict.Allowed(contentType);
    }

    // one character per byte, so that signatures can be compared as strings
    static string Head(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return Encoding.Latin1.GetString(head, 0, file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false));
    }

    // a document with a password is wrapped in an old container that names its content so (MS-OFFCRYPTO 2.3)
    static bool IsEncrypted(string path) => File.ReadAllBytes(path).AsSpan().IndexOf(EncryptedPackage) >= 0;

    // every Windows program has zero bytes in its header; a text that begins with MZ has none
    static bool IsProgram(string head) =>
        ProgramSignatures.Any(signature => head.StartsWith(signature, StringComparison.Ordinal)) ||
        (head.StartsWith("MZ", StringComparison.Ordinal) && head.Contains('\0', StringComparison.Ordinal));

    static bool IsProgramName(string name) => ProgramExtensions.Contains(Path.GetExtension(name));

    static Verdict ExamineArchive(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var names = archive.Entries.Select(entry => entry.FullName).ToArray();
            if (names.Any(name => IsProgramName(name) || name is "META-INF/MANIFEST.MF" || name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return new Verdict.Refused(FileRefusal.Program);
            var office = OfficePackages.FirstOrDefault(package => names.Any(name => name.StartsWith(package.Key, StringComparison.OrdinalIgnoreCase)));
            return new Verdict.Allowed(office.Value ?? "application/zip");
        }
        catch (InvalidDataException)
        {
            return new Verdict.Refused(FileRefusal.Damaged);
        }
    }

    static string? Known(string head) =>
        Array.Find(Signatures, known => head.Length > known.Offset && head.AsSpan(known.Offset).StartsWith(known.Signature, StringComparison.Ordinal)).ContentType;

    static string? OldDocument(string head, string name) =>
        head.StartsWith(CompoundFile, StringComparison.Ordinal) ? OldOffice.GetValueOrDefault(Path.GetExtension(name)) : null;

    static string? Text(string head, string name)
    {
        var start = head.TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (head.Any(letter => letter < ' ' && letter is not ('\t' or '\r' or '\n' or '\f')) || PageStarts.Any(page => start.StartsWith(page, StringComparison.OrdinalIgnoreCase)))
            return null;
        return Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "text/plain";
    }
}
