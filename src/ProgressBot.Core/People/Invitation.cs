using System.Security.Cryptography;
using System.Text;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.People;

/// <summary>A one-time code that binds whoever types it to a unit, or makes a coordinator or leader. Only its hash is kept.</summary>
public sealed record Invitation
{
    public int Id { get; init; }
    public required string CodeHash { get; init; }
    public Roles Roles { get; init; }
    public int? UnitId { get; init; }

    /// <summary>For the unit's 负责人, who does not report.</summary>
    public bool InCharge { get; init; }

    /// <summary>Set when the code signs in somebody who exists already, on a new device.</summary>
    public int? PersonId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
    public int? UsedBy { get; init; }

    public Invitation UseUp(int by, DateTimeOffset at) => this with { UsedBy = by, UsedAt = at };

    public InvitationState StateAt(DateTimeOffset now) =>
        UsedAt is not null ? InvitationState.Used : ExpiresAt <= now ? InvitationState.Expired : InvitationState.Open;
}

public enum InvitationState
{
    Open,
    Used,
    Expired,
}

/// <summary>The code itself: eight characters without the ones people confuse, shown as XXXX-XXXX, typed in any case, with or without the dash.</summary>
public static class InvitationCode
{
    const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    const int Length = 8;

    /// <summary>A new random code, about 40 bits.</summary>
    public static string Create()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"{code[..4]}-{code[4..]}";
    }

    /// <summary>The hash to look a typed text up by; null when the text cannot be a code.</summary>
    public static string? Hash(string text)
    {
        var typed = HalfWidth.Of(text).Trim().Replace("-", "", StringComparison.Ordinal);
        return typed.Length == Length && typed.ToUpperInvariant() is var code && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal))
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)))
            : null;
    }
}
