using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class ClientCredentialsTests : BotFrameworkTests
{
    [Fact]
    public async Task A_token_is_asked_for_once_by_however_many()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Credentials.GetAsync(Cancel).AsTask()));

        Assert.Equal(["token-1"], tokens.Distinct());
        var form = Assert.Single(Cloud.TokenRequests);
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal(FakeCloud.AppId, form["client_id"]);
        Assert.Equal("a secret", form["client_secret"]);
        Assert.Equal("https://api.botframework.com/.default", form["scope"]);
    }

    [Theory]
    [InlineData(54, "token-1")]
    [InlineData(56, "token-2")]
    public async Task A_token_of_an_hour_is_renewed_five_minutes_early(int minutes, string expected)
    {
        await Credentials.GetAsync(Cancel);
        Clock.Move(TimeSpan.FromMinutes(minutes));
        Assert.Equal(expected, await Credentials.GetAsync(Cancel));
    }

    [Fact]
    public async Task A_wrong_secret_is_not_tried_with_every_message()
    {
        var address = await MetAsync();
        Cloud.TokenAnswers.Enqueue((401, """{"error":"invalid_client","error_description":"AADSTS7000215: a secret","error_codes":[7000215]}"""));

        var first = Assert.IsType<Delivery.Later>(await SendAsync(address, new Outgoing("x")));
        Assert.IsType<Delivery.Later>(await SendAsync(address, new Outgoing("x")));
        Assert.Equal("the directory answered 401 invalid_client AADSTS7000215", first.Reason);
        Assert.Single(Cloud.TokenRequests);

        Clock.Move(TimeSpan.FromMinutes(1));
        Assert.IsType<Delivery.Sent>(await SendAsync(address, new Outgoing("x")));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(503, "down")]
    [InlineData(400, """{"error":7,"error_codes":"7"}""")]
    [InlineData(429, "[]")]
    public async Task Whatever_the_directory_says_the_message_only_waits(int status, string body)
    {
        var address = await MetAsync();
        Cloud.TokenAnswers.Enqueue((status, body));
        Assert.IsType<Delivery.Later>(await SendAsync(address, new Outgoing("x")));
        Assert.Empty(Cloud.Posts);
    }

    [Theory]
    [InlineData("bot.pfx", "lock")]
    [InlineData("bot.pem", "")]
    public async Task A_certificate_takes_the_place_of_the_secret(string name, string password)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=progress", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(TestBot.NewFolder(), name);
        await File.WriteAllBytesAsync(file, name.EndsWith("pfx", StringComparison.Ordinal)
            ? certificate.Export(X509ContentType.Pfx, password)
            : Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{rsa.ExportPkcs8PrivateKeyPem()}\n"), Cancel);
        await using var bot = await TestBot.StartAsync(Cloud.Settings(("Password", ""), ("CertificateFile", file), ("CertificatePassword", password)), Clock);

        await bot.Get<ClientCredentials>().GetAsync(Cancel);

        var form = Assert.Single(Cloud.TokenRequests);
        Assert.False(form.ContainsKey("client_secret"));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
        {
            IssuerSigningKey = new X509SecurityKey(certificate),
            ValidIssuer = FakeCloud.AppId,
            ValidAudience = $"{Cloud.Url}/tenant-of-ours/token",
            LifetimeValidator = (from, until, _, _) => from <= Clock.Now.UtcDateTime && until > Clock.Now.UtcDateTime,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(FakeCloud.AppId, result.Claims["sub"]);
        // by which Entra finds the certificate
        Assert.Equal(Base64UrlEncoder.Encode(certificate.GetCertHash()), new JsonWebToken(form["client_assertion"]).X5t);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("Public", "https://api.botframework.com", "login.botframework.com", "login.microsoftonline.com", "webchat.botframework.com")]
    [InlineData("China21Vianet", "https://api.botframework.azure.cn", "login.botframework.azure.cn", "login.partner.microsoftonline.cn", "webchat.botframework.azure.cn")]
    [InlineData("Gov", "https://api.botframework.us", "login.botframework.azure.us", "login.microsoftonline.us", "smba.infra.gov.teams.microsoft.us")]
    public void One_word_of_the_configuration_chooses_the_cloud(string word, string issuer, string metadataHost, string tokenHost, string connectorHost)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Channels:BotFramework:Cloud", word)]).Build();

        var cloud = BotFrameworkRegistration.Read(configuration).Endpoints;

        Assert.Equal((issuer, $"{issuer}/.default"), (cloud.Issuer, cloud.Scope));
        Assert.Equal($"https://{metadataHost}/v1/.well-known/openidconfiguration", cloud.MetadataUrl);
        Assert.Equal($"https://{tokenHost}/{{tenant}}/oauth2/v2.0/token", cloud.TokenUrl);
        Assert.True(new TrustedHosts(cloud.Hosts, loopback: false).Allow($"https://{connectorHost}/teams/"));
    }

    [Fact]
    public void One_address_can_be_set_for_itself_and_a_cloud_without_a_shared_directory_needs_the_own()
    {
        var china = new BotFrameworkOptions { AppId = "x", Password = "y", Cloud = BotFrameworkCloud.China21Vianet, Scope = "other" };

        Assert.Equal(("https://api.botframework.azure.cn", "other"), (china.Endpoints.Issuer, china.Endpoints.Scope));
        Assert.Contains("TenantId", Assert.Single(china.Problems()), StringComparison.Ordinal);
    }

    ClientCredentials Credentials => Bot.Get<ClientCredentials>();
}
