namespace ProgressBot.Core.Messaging;

/// <summary>An address a channel refused for good. Nothing is sent there until somebody writes from it and the row is removed.</summary>
public sealed record DeadAddress
{
    public required string Channel { get; init; }
    public required string Key { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>What the channel said.</summary>
    public required string Reason { get; init; }
    public int? HttpStatus { get; init; }

    /// <summary>When the coordinators were told; null while they were not.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    public Address Address => new(Channel, Key);
}
