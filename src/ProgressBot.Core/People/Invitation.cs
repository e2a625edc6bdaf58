using System.Security.Cryptography;
using System.Text;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.People;

/// <summary>A one-time code that binds whoever types it to a unit, or makes a coordinator or leader. Only its hash is kept.</summary>
public sealed class Invitation
{
    public int Id { get; set; }
    public required string CodeHash { get; set; }
    public Roles Roles { get; set; }
    public int? UnitId { get; set; }

    /// <summary>For the unit's 负责人, who does not report.</summary>
    public bool InCharge { get; set; }

    /// <summary>Set when the code signs in somebody who exists already, on a new device.</summary>
    public int? PersonId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
    public int? UsedBy { get; set; }

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
