using System.Net;
using System.Text.Json;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>What the Connector's answers mean. Sources: the Connector REST reference, and "Optimize your bot with rate limiting in Teams" for 412.</summary>
internal static class ConnectorErrors
{
    // Teams hides its sub-code in a JSON text inside the message; the words are looked for wherever they stand
    static readonly string[] Gone = ["MessageWritesBlocked", "BotNotInConversationRoster", "ConversationNotFound"];

    public static ConnectorAnswer Read(HttpResponseMessage response, string body, TimeProvider time) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => Sent(body),
        // a fresh token refused is a wrong configuration; people mend that, and the message waits
        401 or 412 or 429 or >= 500 => new(new Delivery.Later(Reason(response, body), RetryAfter.Of(response, time), (int)response.StatusCode)),
        _ => new(new Delivery.Dead(Reason(response, body), (int)response.StatusCode), IsGone(response.StatusCode, body)),
    };

    /// <summary>A request that got no answer: where it never left, it can be repeated; else nobody knows what became of it.</summary>
    public static ConnectorAnswer Unanswered(HttpMethod method, HttpRequestError? error) =>
        method != HttpMethod.Post
        || error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            ? new(new Delivery.Later($"no answer ({error?.ToString() ?? "timeout"})"))
            : new(new Delivery.Unknown($"no answer ({error?.ToString() ?? "timeout"})"));

    static ConnectorAnswer Sent(string body)
    {
        var resource = Parse(body);
        return new(new Delivery.Sent(Text(resource, "id")), ServiceUrl: Text(resource, "serviceUrl"));
    }

    static bool IsGone(HttpStatusCode status, string body) =>
        status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound && Gone.Any(word => body.Contains(word, StringComparison.Ordinal));

    // the error's code and the operation's id are what support asks for; its message may quote the activity
    static string Reason(HttpResponseMessage response, string body)
    {
        var code = Gone.FirstOrDefault(word => body.Contains(word, StringComparison.Ordinal)) ?? Code(body);
        var operation = response.Headers.TryGetValues("X-Correlating-OperationId", out var ids) ? ids.First() : null;
        return string.Join(' ', new[] { $"{(int)response.StatusCode}", code, operation }.Where(part => !string.IsNullOrEmpty(part)));
    }

    static string? Code(string body) =>
        Parse(body) is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("error", out var error) ? Text(error, "code") : null;

    static JsonElement? Parse(string body)
    {
        try
        {
            return body.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string? Text(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
