using System.Runtime.CompilerServices;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;

namespace ProgressBot.Tests.Files;

/// <summary>The documents under Samples, each beside the draft that is expected of it (name.golden.txt).</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.GetFullPath("../Samples", Path.GetDirectoryName(Here())!);

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Where(name => !name.EndsWith(".golden.txt", StringComparison.Ordinal)).Order();

    public static SourceDocument Open(string name)
    {
        using var stream = File.OpenRead(Path.Combine(Folder, name));
        return DocumentFile.Open(stream, name);
    }

    public static PlanDraft Read(string name) => PlanReader.Read(Open(name));

    public static string Golden(string name) => Path.Combine(Folder, Path.ChangeExtension(name, ".golden.txt"));

    static string Here([CallerFilePath] string path = "") => path;
}
