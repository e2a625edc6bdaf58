using System.Text.Json;
using System.Text.Unicode;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.DirectLine;

/// <summary>Request bodies with a cap: a body that is too big is not read, one that is not the expected JSON is refused, and the server lives on.</summary>
internal static class JsonBody
{
    /// <summary>Reads the body as <typeparamref name="T"/>; null for no body at all.</summary>
    public static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(HttpRequest request, int maxBytes) where T : class
    {
        var (bytes, refusal) = await BytesAsync(request.Body, request.ContentLength, maxBytes, request.HttpContext.RequestAborted);
        return refusal is null ? Parse<T>(bytes) : (null, refusal);
    }

    /// <summary>Reads JSON that has been received already.</summary>
    public static (T? Value, IResult? Refusal) Parse<T>(ReadOnlyMemory<byte> utf8) where T : class
    {
        try
        {
            if (Utf8.IsValid(utf8.Span))
                return (utf8.IsEmpty ? null : Read<T>(utf8.Span), null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
        }
        return (null, Refusal.Malformed("The body is not the JSON that is expected here."));
    }

    /// <summary>Receives a stream as far as the cap allows.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, IResult? Refusal)> BytesAsync(Stream body, long? length, int maxBytes, CancellationToken cancellationToken)
    {
        if (length > maxBytes)
            return (default, Refusal.TooBig(maxBytes));
        var buffer = new byte[Math.Min(length ?? maxBytes, maxBytes) + 1];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > maxBytes ? (default, Refusal.TooBig(maxBytes)) : (buffer.AsMemory(0, read), null);
    }

    // raw parts are looked at only when they are written; half a surrogate pair in one would surface long after the request was taken
    static T? Read<T>(ReadOnlySpan<byte> utf8)
    {
        var value = JsonSerializer.Deserialize<T>(utf8, ActivityJson.Options);
        JsonSerializer.SerializeToUtf8Bytes(value, ActivityJson.Options);
        return value;
    }
}
