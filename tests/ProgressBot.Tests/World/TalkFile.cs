using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;

namespace ProgressBot.Tests.World;

/// <summary>
/// A file that somebody sends in a talk: one of the samples, or one that lies beside the talks about plans, where it is called so, else a
/// name without content.
/// </summary>
static class TalkFile
{
    static readonly string[] Folders = ["Samples", "Conversations/plan"];

    /// <summary>Where its content lies; null for a mere name.</summary>
    public static string? PathOf(string name) =>
        Folders.Select(folder => Path.Combine(Repository.Root, "tests/ProgressBot.Tests", folder, name)).FirstOrDefault(File.Exists);

    public static IncomingFile Named(string name) => new(name, "application/octet-stream", 1000, $"file-{name}");

    /// <summary>The files as a coordinator's turn sees them.</summary>
    public static IReadOnlyList<PlanFile> Read(IEnumerable<IncomingFile> files) =>
        [.. files.Where(file => PathOf(file.Name) is not null).Select(Read)];

    static PlanFile Read(IncomingFile file)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(file.Name)!);
            return new PlanFile(file, PlanReader.Read(DocumentFile.Open(stream, file.Name)), null);
        }
        catch (UnreadableFileException unreadable)
        {
            return new PlanFile(file, null, unreadable.Message);
        }
    }
}
