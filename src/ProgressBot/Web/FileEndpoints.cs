using Microsoft.Net.Http.Headers;
using ProgressBot.Channels.DirectLine;
using ProgressBot.Storage;

namespace ProgressBot.Web;

/// <summary>Hands out stored files. Pictures show in place; everything else is a download, and nothing a browser would run.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(FileLinks.Pattern, GetAsync);

    static async Task<IResult> GetAsync(string key, HttpResponse response, FileStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } file)
            return Results.NotFound();
        var disposition = new ContentDispositionHeaderValue(FileLinks.IsPicture(file) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.File(store.PathOf(file), file.ContentType, enableRangeProcessing: true);
    }
}
