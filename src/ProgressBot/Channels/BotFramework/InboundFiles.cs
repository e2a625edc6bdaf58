using System.Net.Http.Headers;
using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// Fetches what is attached to a message into the file store. Attachments are addresses, and anybody can write an address, so only the cloud's own file hosts
/// are asked, without following redirects; the bot's token goes to the Connector alone.
/// </summary>
internal sealed class InboundFiles(
    IHttpClientFactory clients, ClientCredentials credentials, FileStore store, FindWordingAt findWording, BotFrameworkOptions options, TimeProvider time,
    ILogger<InboundFiles> log)
{
    const string TeamsDownload = "application/vnd.microsoft.teams.file.download.info";
    const long LargestFile = 20 * 1024 * 1024;
    const int MostFiles = 10;

    readonly TrustedHosts connectors = new(options.Endpoints.Hosts, options.AllowLoopbackConnector || !options.IsProtected);
    readonly TrustedHosts fileHosts = new(options.Endpoints.FileHosts, loopback: false);

    /// <summary>The files that were kept, and for each of the others a sentence for the sender.</summary>
    public async Task<(IReadOnlyList<IncomingFile> Kept, IReadOnlyList<string> Lost)> FetchAsync(
        Activity activity, Address sender, CancellationToken cancellationToken)
    {
        List<IncomingFile> kept = [];
        List<string> lost = [];
        foreach (var (name, url) in activity.Attachments?.Select(Source).OfType<(string, string)>().Take(MostFiles) ?? [])
        {
            var (file, why) = await FetchAsync(name, url, cancellationToken);
            if (file is null)
                lost.Add(FileWords.Text(await findWording(sender, cancellationToken), why, name, LargestFile));
            else
                kept.Add(file);
        }

        return (kept, lost);
    }

    // Teams repeats a formatted text as an HTML attachment; that and cards are no files
    static (string Name, string Url)? Source(Attachment? attachment) => attachment switch
    {
        null or { ContentType: "text/html" } => null,
        { ContentType: TeamsDownload, Content.Value: { ValueKind: JsonValueKind.Object } content }
            when content.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String => (attachment.Name ?? "", url.GetString()!),
        { ContentUrl: { Length: > 0 } url } => (attachment.Name ?? "", url),
        _ => null,
    };

    async Task<(IncomingFile? File, FileRefusal? Why)> FetchAsync(string name, string url, CancellationToken cancellationToken)
    {
        var isConnector = connectors.Allow(url);
        if (!isConnector && !fileHosts.Allow(url))
            return Failed("the host is not trusted");
        using var timeout = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await DownloadAsync(name, url, isConnector && options.IsProtected, either.Token);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested && IsOfTheDownload(problem))
        {
            return Failed(problem.GetType().Name);
        }
    }

    async Task<(IncomingFile?, FileRefusal?)> DownloadAsync(string name, string url, bool withToken, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(HttpClients.Connector);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (withToken)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await credentials.GetAsync(cancellationToken));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return Failed($"{(int)response.StatusCode}");
        var saving = await store.SaveAsync(name, await response.Content.ReadAsStreamAsync(cancellationToken), LargestFile, cancellationToken);
        return saving is FileSaving.Saved { File: var file }
            ? (new IncomingFile(file.Name, file.ContentType, file.Size, file.Key), null)
            : (null, (saving as FileSaving.Refused)?.Why);
    }

    (IncomingFile?, FileRefusal?) Failed(string reason)
    {
        log.LogWarning("An attachment could not be fetched: {Reason}", reason);
        return (null, null);
    }

    static bool IsOfTheDownload(Exception problem) =>
        problem is HttpRequestException or IOException or OperationCanceledException or TokenUnavailableException or UriFormatException;
}
