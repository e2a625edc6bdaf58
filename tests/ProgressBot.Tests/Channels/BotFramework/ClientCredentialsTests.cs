using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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
        Cloud.TokenAnswers.Enqueue((401, """{"error":"invalid_client","error_description":"AADSTS7000215: a secret"}"""));

        var first = Assert.IsType<Delivery.Later>(await SendAsync(address, new Outgoing("x")));
        Assert.IsType<Delivery.Later>(await SendAsync(address, new Outgoing("x")));
        Assert.Equal("the directory answered 401 invalid_client", first.Reason);
        Assert.Single(Cloud.TokenRequests);

        Clock.Move(TimeSpan.FromMinutes(1));
        Assert.IsType<Delivery.Sent>(await SendAsync(address, new Outgoing("x")));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(503, "down")]
    [InlineData(429, "[]")]
    public async Task Whatever_the_directory_says_the_message_only_waits(int status, string body)
    {
        var address = await MetAsync();
        Cloud.TokenAnswers.Enqueue((status, body));
        Assert.IsType<Delivery.Later>(await SendAsync(address, new Outgoing("x")));
        Assert.Empty(Cloud.Posts);
    }

    [Fact]
    public async Task A_certificate_takes_the_place_of_the_secret()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=progress", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(TestBot.NewFolder(), "bot.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "lock"), Cancel);
        await using var bot = await TestBot.StartAsync(Cloud.Settings(("Password", ""), ("CertificateFile", file), ("CertificatePassword", "lock")), Clock);

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
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Each_cloud_has_its_own_addresses()
    {
        var china = new BotFrameworkOptions { AppId = "x", Password = "y", Cloud = BotFrameworkCloud.China21Vianet, Scope = "other" };

        Assert.Equal("https://api.botframework.azure.cn", china.Endpoints.Issuer);
        Assert.Equal("other", china.Endpoints.Scope);
        Assert.Contains("TenantId", Assert.Single(china.Problems()), StringComparison.Ordinal);
        Assert.Equal("https://api.botframework.us", new BotFrameworkOptions { Cloud = BotFrameworkCloud.Gov }.Endpoints.Issuer);
    }

    ClientCredentials Credentials => Bot.Get<ClientCredentials>();
}
