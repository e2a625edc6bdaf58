namespace ProgressBot.Core.Messaging;

/// <summary>
/// Where a person can be reached: a channel's name and the channel's own, opaque conversation key. Never lower-cased, trimmed or parsed.
/// </summary>
public sealed record Address(string Channel, string Key)
{
    public override string ToString() => $"{Channel}:{Key}";
}
