namespace ProgressBot.Channels.Activities;

/// <summary>The body of every refusal. Codes are stable; messages are for people.</summary>
internal sealed record ErrorResponse(Error Error)
{
    public ErrorResponse(string code, string message) : this(new Error(code, message)) { }
}

/// <summary>What went wrong.</summary>
internal sealed record Error(string Code, string Message);
