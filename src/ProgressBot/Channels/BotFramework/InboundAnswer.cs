using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.BotFramework;

/// <summary>What the response to an activity says.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">To be written as JSON; null for none.</param>
/// <param name="Replies">The bot's replies, where the sender waits for them; then they are also in the body.</param>
internal sealed record InboundAnswer(int Status, object? Body = null, IReadOnlyList<Activity>? Replies = null)
{
    public static InboundAnswer Taken { get; } = new(StatusCodes.Status200OK);

    public static InboundAnswer Failed { get; } = new(StatusCodes.Status500InternalServerError, new ErrorResponse("ServiceError", "The message was not taken; send it again."));

    public static InboundAnswer Refused(string code, string message) => new(StatusCodes.Status400BadRequest, new ErrorResponse(code, message));

    public static InboundAnswer With(IReadOnlyList<Activity> replies) => new(StatusCodes.Status200OK, new ExpectedReplies(replies), replies);

    public IResult ToResult() => Body is null ? TypedResults.StatusCode(Status) : new JsonAnswer(Status, Body);
}

/// <summary>The body of expectReplies.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);
