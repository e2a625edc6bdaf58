using System.Text.Json;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.BotFramework;

/// <summary>A response with a JSON body that is written whole: with its length known it leaves as one piece, not in chunks.</summary>
internal sealed class JsonAnswer(int status, object body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ActivityJson.Options);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        // whoever has hung up is written to in vain, which is no fault
        return response.Body.WriteAsync(bytes, CancellationToken.None).AsTask();
    }
}
