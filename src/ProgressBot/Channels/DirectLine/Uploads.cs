using ProgressBot.Channels.Activities;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Channels.DirectLine;

/// <summary>The rules of uploads: how many, how large, of what kind, and what is said when one is refused.</summary>
internal sealed class Uploads(FileStore store, ConversationLog log, FindWordingAt findWording, DirectLineOptions options)
{
    /// <summary>The largest request, all its files together.</summary>
    public long MaxBytes => options.MaxFileBytes * 3;

    public async Task<Upload> BeginAsync(Grant grant, CancellationToken cancellationToken) =>
        new(store, await findWording(new Address(WebChatChannel.ChannelName, grant.ConversationId), cancellationToken), options);

    /// <summary>Says in the conversation what the client was answered.</summary>
    public async Task<IResult> ExplainAsync(Grant grant, Upload upload, IResult refusal)
    {
        if (upload.Sentence is { } sentence)
        {
            var activity = ActivityMapping.ToActivity(new Outgoing(sentence)) with { ChannelId = WebChatChannel.ChannelName, From = IncomingActivities.Bot };
            await log.AppendAsync(grant.ConversationId, activity, once: null, CancellationToken.None);
        }
        return refusal;
    }
}

/// <summary>One upload while it arrives. What it stored is deleted again unless it is kept.</summary>
internal sealed class Upload(FileStore store, Wording wording, DirectLineOptions options) : IAsyncDisposable
{
    readonly List<StoredFile> files = [];
    bool kept;

    public IReadOnlyList<StoredFile> Files => files;

    /// <summary>The activity that came along, null when none did.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>Why a file was refused, for the person; null when none was.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Stores one file; null when it was taken.</summary>
    public async Task<IResult?> AddFileAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        if (files.Count == options.MaxFiles)
            return Refuse(wording.Text("file_refused.too_many", ("most", options.MaxFiles)));
        switch (await store.SaveAsync(name, content, options.MaxFileBytes, cancellationToken))
        {
            case FileSaving.Saved saved:
                files.Add(saved.File);
                return null;
            case FileSaving.Refused { Why: FileRefusal.TooLarge }:
                return TooLarge(FileWords.Text(wording, FileRefusal.TooLarge, name, options.MaxFileBytes));
            case FileSaving.Refused refused:
                return Refuse(FileWords.Text(wording, refused.Why, name, options.MaxFileBytes));
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Reads the activity's part; null when it could be read.</summary>
    public async Task<IResult?> SetActivityAsync(Stream content, CancellationToken cancellationToken)
    {
        var (bytes, refusal) = await JsonBody.BytesAsync(content, null, options.MaxActivityBytes, cancellationToken);
        if (refusal is not null)
            return refusal;
        (Activity, refusal) = JsonBody.Parse<Activity>(bytes);
        return refusal;
    }

    /// <summary>The request as a whole is too large.</summary>
    public IResult TooLarge() => TooLarge(FileWords.TooLargeTogether(wording, options.MaxFileBytes));

    IResult TooLarge(string sentence)
    {
        Sentence = sentence;
        return Refusal.TooBig(options.MaxFileBytes);
    }

    public void Keep() => kept = true;

    public async ValueTask DisposeAsync()
    {
        if (!kept)
            foreach (var file in files)
                await store.DeleteAsync(file, CancellationToken.None);
    }

    IResult Refuse(string sentence)
    {
        Sentence = sentence;
        return Refusal.File(sentence);
    }
}
