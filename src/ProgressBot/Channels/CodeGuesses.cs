using System.Net;
using System.Threading.RateLimiting;

namespace ProgressBot.Channels;

/// <summary>How often a minute codes may be tried over the web: configuration section <c>Web:Codes</c>.</summary>
internal sealed class CodeOptions
{
    public const string Section = "Web:Codes";

    /// <summary>By one remote address, behind which a whole office may sit.</summary>
    public int PerAddress { get; set; } = 60;

    /// <summary>By all addresses together.</summary>
    public int Overall { get; set; } = 600;
}

/// <summary>
/// Keeps invitation codes from being guessed. A code has about 40 bits: at these rates it would take some thousand years to find one of a hundred that are open.
/// </summary>
internal sealed class CodeGuesses(CodeOptions options) : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(Neighbourhood(address), _ => Limit(options.PerAddress))),
        PartitionedRateLimiter.Create<IPAddress, bool>(_ => RateLimitPartition.GetFixedWindowLimiter(true, _ => Limit(options.Overall))));

    /// <summary>Counts one try. False when there were too many.</summary>
    public bool Allows(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(http.Connection.RemoteIpAddress ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    static FixedWindowRateLimiterOptions Limit(int count) => new() { PermitLimit = count, Window = Window, QueueLimit = 0 };

    // one subscriber has 2^64 addresses of IPv6
    static IPAddress Neighbourhood(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
