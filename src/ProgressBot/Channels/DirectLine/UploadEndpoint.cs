using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.DirectLine;

/// <summary>
/// Files from a client: several parts with an optional activity among them, or one file as the whole body. Either all are taken or none; a refusal is also
/// said in the conversation, because clients show no more than "failed".
/// </summary>
internal static class UploadEndpoint
{
    const string ActivityPart = "application/vnd.microsoft.activity";
    const int RoomForParts = 1024 * 1024;

    public static async Task<IResult> PostAsync(string id, HttpContext http, Conversations conversations, Uploads uploads, IncomingActivities incoming)
    {
        var (grant, refusal) = await http.EnterAsync(id, conversations);
        if (grant is null)
            return refusal!;
        AllowSize(http, uploads.MaxBytes);
        await using var upload = await uploads.BeginAsync(grant, http.RequestAborted);
        var unreadable = await ReceiveAsync(http.Request, upload, http.RequestAborted);
        if (unreadable is not null || upload.Files.Count == 0)
            return await uploads.ExplainAsync(grant, upload, unreadable ?? Refusal.Malformed("There is no file in the request."));
        var activity = Completed(upload, grant, http);
        if (IncomingActivities.Check(grant, activity) is { } unfit)
            return unfit;
        upload.Keep();
        return await incoming.TakeAsync(grant, activity, upload.Files, http.RequestAborted);
    }

    static void AllowSize(HttpContext http, long maxBytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes + RoomForParts;
    }

    static async Task<IResult?> ReceiveAsync(HttpRequest request, Upload upload, CancellationToken cancellationToken)
    {
        try
        {
            return MultipartBoundary(request) is { } boundary
                ? await ReceivePartsAsync(new MultipartReader(boundary, request.Body), upload, cancellationToken)
                : await upload.AddFileAsync(NameIn(request.Headers.ContentDisposition.ToString()), request.Body, cancellationToken);
        }
        catch (BadHttpRequestException tooBig) when (tooBig.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return upload.TooLarge();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Refusal.Malformed("The parts of the request cannot be told apart.");
        }
    }

    static string? MultipartBoundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? ""
            : null;

    static async Task<IResult?> ReceivePartsAsync(MultipartReader parts, Upload upload, CancellationToken cancellationToken)
    {
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            var isActivity = part.ContentType?.StartsWith(ActivityPart, StringComparison.OrdinalIgnoreCase) is true;
            var refusal = isActivity
                ? await upload.SetActivityAsync(part.Body, cancellationToken)
                : await upload.AddFileAsync(NameIn(part.ContentDisposition), part.Body, cancellationToken);
            if (refusal is not null)
                return refusal;
        }
        return null;
    }

    // header values are bytes to the framework; browsers and the client library send names as UTF-8
    static string NameIn(string? disposition)
    {
        if (!ContentDispositionHeaderValue.TryParse(disposition, out var value))
            return "";
        var name = (value.FileNameStar.HasValue ? value.FileNameStar : HeaderUtilities.RemoveQuotes(value.FileName)).Value ?? "";
        return name.All(letter => letter <= '\u00ff') ? TryUtf8(name) : name;
    }

    static string TryUtf8(string latin1)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(latin1));
        }
        catch (DecoderFallbackException)
        {
            return latin1;
        }
    }

    static Activity Completed(Upload upload, Grant grant, HttpContext http)
    {
        var activity = upload.Activity ?? new Activity { Type = ActivityTypes.Message };
        var from = (activity.From ?? new ChannelAccount()) with { Id = activity.From?.Id ?? grant.UserId ?? http.Request.Query["userId"] };
        return activity with { From = from, Attachments = [.. upload.Files.Select(file => FileLinks.Attachment(file, http.Request))] };
    }
}
