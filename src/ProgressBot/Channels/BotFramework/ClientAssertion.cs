using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ProgressBot.Channels.BotFramework;

/// <summary>A short-lived token, signed with the app registration's certificate, that stands in for its secret (RFC 7523).</summary>
internal static class ClientAssertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="audience">The token endpoint it is meant for.</param>
    public static string Create(X509Certificate2 certificate, string appId, string audience, DateTimeOffset now) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = appId,
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = appId, ["jti"] = Guid.NewGuid().ToString() },
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            SigningCredentials = new X509SigningCredentials(certificate, SecurityAlgorithms.RsaSha256),
        });

    /// <summary>Reads a .pfx, or a .pem that holds certificate and key.</summary>
    public static X509Certificate2 Load(string file, string password) =>
        Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(file)
            : X509CertificateLoader.LoadPkcs12FromFile(file, password);
}
