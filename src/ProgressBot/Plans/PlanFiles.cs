using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;
using ProgressBot.Storage.Loading;
using ProgressBot.Storage;

namespace ProgressBot.Plans;

/// <summary>Reads the files that a coordinator sends, before the turn begins: a large document must not keep the line of writers waiting.</summary>
sealed class PlanFiles(IDbContextFactory<BotDb> databases, FileStore files)
{
    /// <summary>Each file as a draft or with the reason why it is none; nothing for files of anybody else, which are evidence.</summary>
    public async Task<IReadOnlyList<PlanFile>> ReadAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (incoming.Files.Count == 0 || !await IsFromCoordinatorAsync(incoming.From, cancellationToken)) return [];
        var read = new List<PlanFile>();
        foreach (var file in incoming.Files)
            if (await files.FindAsync(file.Key, cancellationToken) is { } stored)
                read.Add(Read(file, files.PathOf(stored)));
        return read;
    }

    static PlanFile Read(IncomingFile file, string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new PlanFile(file, PlanReader.Read(DocumentFile.Open(stream, file.Name)), null);
        }
        catch (UnreadableFileException unreadable)
        {
            return new PlanFile(file, null, unreadable.Message);
        }
    }

    async Task<bool> IsFromCoordinatorAsync(Address from, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.PersonAt(from).AnyAsync(person => (person.Roles & Roles.Coordinator) != 0, cancellationToken);
    }
}
