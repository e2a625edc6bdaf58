using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Channels.DirectLine;

/// <summary>The rules of uploads: how many, how large, of what kind, and what is said when one is refused.</summary>
internal sealed class Uploads(FileStore store, ConversationLog log, DirectLineOptions options)
{
    /// <summary>The largest request, all its files together.</summary>
    public long MaxBytes => options.MaxFileBytes * 3;

    public Upload Begin() => new(store, options);

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
internal sealed class Upload(FileStore store, DirectLineOptions options) : IAsyncDisposable
{
    const int Megabyte = 1024 * 1024;

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
            return Refuse($"一次最多发送{options.MaxFiles}个文件，请分几次发送。");
        switch (await store.SaveAsync(name, content, options.MaxFileBytes, cancellationToken))
        {
            case FileSaving.Saved saved:
                files.Add(saved.File);
                return null;
            case FileSaving.Refused { Why: FileRefusal.TooLarge }:
                return TooLarge();
            case FileSaving.Refused refused:
                return Refuse(Reason(name, refused.Why));
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

    public IResult TooLarge()
    {
        Sentence = $"文件超过{options.MaxFileBytes / Megabyte}MB，未能接收。请压缩或拆分后再发。";
        return Refusal.TooBig(options.MaxFileBytes);
    }

    public void Keep() => kept = true;

    public async ValueTask DisposeAsync()
    {
        if (!kept)
            foreach (var file in files)
                await store.DeleteAsync(file, CancellationToken.None);
    }

    static string Reason(string name, FileRefusal why) => why switch
    {
        FileRefusal.Empty => $"“{name}”是空文件，请检查后重新发送。",
        FileRefusal.Program => $"“{name}”是程序文件或含有程序，不能作为佐证材料。请发送文档、表格、图片或PDF。",
        FileRefusal.Encrypted => $"“{name}”有密码，打不开。请取消密码后重新发送。",
        FileRefusal.Damaged => $"“{name}”已损坏，打不开。请重新保存后再发。",
        _ => $"暂不支持“{name}”这种文件。请发送文档、表格、图片、PDF或压缩包。",
    };

    IResult Refuse(string sentence)
    {
        Sentence = sentence;
        return Refusal.File(sentence);
    }
}
