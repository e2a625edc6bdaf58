using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>A response with a JSON body that is written whole: with its length known it leaves as one piece, not in chunks.</summary>
internal sealed class JsonAnswer(int status, object body) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var pad = JsonPad.Take();
        Write(pad.Json);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = pad.Written.Length;
        // whoever has hung up is written to in vain, which is no fault
        await response.Body.WriteAsync(pad.Written, CancellationToken.None);
    }

    void Write(Utf8JsonWriter json)
    {
        if (body is ExpectedReplies replies) Write(json, replies);
        else JsonSerializer.Serialize(json, body, body.GetType(), ActivityJson.Options);
    }

    static void Write(Utf8JsonWriter json, ExpectedReplies replies)
    {
        json.WriteStartObject();
        json.WriteStartArray("activities"u8);
        foreach (var activity in replies.Activities) ActivityWriter.Write(json, activity);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
