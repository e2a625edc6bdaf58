namespace ProgressBot.Outbox;

/// <summary>Which process sends on a channel that has rates, and until when unless it renews it.</summary>
internal sealed class SenderDuty
{
    public required string Channel { get; set; }

    /// <summary>Made anew by every process.</summary>
    public required Guid Owner { get; set; }
    public required DateTimeOffset Until { get; set; }
}
