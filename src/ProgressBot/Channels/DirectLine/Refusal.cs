using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.DirectLine;

/// <summary>The refusals of the protocol: a status, a stable code and a sentence, always as an <see cref="ErrorResponse"/>.</summary>
internal static class Refusal
{
    public static IResult Unauthorized() => Of(401, "Unauthorized", "Send the header \"Authorization: Bearer <token>\".");

    public static IResult WrongToken() => Of(403, "Forbidden", "The token or secret is not valid here.");

    public static IResult TokenExpired() => Of(403, "TokenExpired", "The token has expired.");

    public static IResult NotYours() => Of(403, "Forbidden", "The token belongs to another conversation.");

    public static IResult Origin() => Of(403, "Forbidden", "The token is not meant for this origin.");

    public static IResult UserId() => Of(403, "Forbidden", "A user id beginning with dl_ must be bound in the token.");

    public static IResult NoConversation() => Of(404, "ConversationNotFound", "There is no such conversation.");

    public static IResult NoEndpoint() => Of(404, "NotFound", "There is nothing at this address.");

    public static IResult Malformed(string message) => Of(400, "BadArgument", message);

    public static IResult TooBig(long maxBytes) => Of(413, "MessageSizeTooBig", $"At most {maxBytes} bytes are taken.");

    public static IResult File(string message) => Of(415, "UnsupportedFile", message);

    public static IResult TooMany() => Of(429, "TooManyRequests", "Too many codes were tried; wait a minute.");

    public static IResult BotFailed() => Of(502, "BotRejectedActivity", "The bot could not take the message; send it again.");

    public static IResult Fault() => Of(500, "ServiceError", "Something went wrong here; try again.");

    static IResult Of(int status, string code, string message) =>
        Results.Json(new ErrorResponse(code, message), ActivityJson.Options, statusCode: status);
}
