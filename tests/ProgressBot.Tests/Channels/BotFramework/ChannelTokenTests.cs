using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class ChannelTokenTests : IAsyncLifetime
{
    readonly TestClock clock = new();
    FakeCloud cloud = null!;
    TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        cloud = await FakeCloud.StartAsync();
        cloud.AddKey("unendorsed", null);
        cloud.AddKey("webchat-only", "webchat");
        bot = await TestBot.StartAsync(cloud.Settings(), clock);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await cloud.DisposeAsync();
    }

    [Theory]
    [InlineData("good", 200)]
    [InlineData("expired 4 minutes ago", 200)]
    [InlineData("valid in 4 minutes", 200)]
    [InlineData("RS384", 200)]
    [InlineData("RS512", 200)]
    [InlineData("service URL in other case", 200)]
    [InlineData("expired 6 minutes ago", 401)]
    [InlineData("valid in 6 minutes", 401)]
    [InlineData("without expiry", 401)]
    [InlineData("other issuer", 401)]
    [InlineData("other key under the same name", 401)]
    [InlineData("unknown key name", 401)]
    [InlineData("without key name", 401)]
    [InlineData("PS256", 401)]
    [InlineData("HS256 with the public key", 401)]
    [InlineData("other bot", 403)]
    [InlineData("app id in other case", 403)]
    [InlineData("two audiences", 403)]
    [InlineData("without service URL", 403)]
    [InlineData("other service URL", 403)]
    [InlineData("service URL without slash", 403)]
    [InlineData("key without endorsements", 403)]
    [InlineData("key endorsed for another channel", 403)]
    public async Task A_token_is_judged_by_the_table(string token, int status)
    {
        var response = await bot.PostAsync(Body(), $"Bearer {Make(token)}");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, bot.Heard.Count);
        Assert.Equal(status == 200 ? 1 : 0, (await bot.ReferencesAsync()).Count);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("bearer {0}")]
    [InlineData("Bearer  {0}")]
    [InlineData("Bearer {0} x")]
    [InlineData("Basic {0}")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ....")]
    public async Task Any_other_header_is_refused(string? header)
    {
        var response = await bot.PostAsync(Body(), header is null ? null : string.Format(null, header, cloud.Token(clock.Now)));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var parts = cloud.Token(clock.Now).Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"main"}""");

        foreach (var token in new[] { $"{header}.{parts[1]}.", $"{header}.{parts[1]}.{parts[2]}", $"{parts[0]}.{parts[1]}." })
            Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostAsync(Body(), $"Bearer {token}")).StatusCode);
        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task An_activity_without_service_URL_is_refused_though_the_token_is_good() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync(Activity().Without("serviceUrl").ToJsonString(), Good())).StatusCode);

    [Theory]
    [InlineData("conversation")]
    [InlineData("channelData")]
    public async Task People_of_another_tenant_are_refused(string where)
    {
        var activity = Activity();
        if (where == "conversation")
            activity["conversation"]!["tenantId"] = "elsewhere";
        else
            activity["channelData"]!["tenant"]!["id"] = "elsewhere";

        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync(activity.ToJsonString(), Good())).StatusCode);
        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task A_Teams_activity_must_say_its_tenant()
    {
        var activity = Activity().Without("channelData");
        activity["conversation"]!.AsObject().Remove("tenantId");

        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync(activity.ToJsonString(), Good())).StatusCode);
    }

    [Fact]
    public async Task Keys_that_anybody_makes_up_cause_one_fetch_an_hour()
    {
        await bot.PostAsync(Body(), Good());
        for (var i = 0; i < 20; i++)
            await bot.PostAsync(Body(), $"Bearer {Make("unknown key name")}");
        Assert.Equal(1, cloud.KeyFetches);

        clock.Move(TimeSpan.FromMinutes(61));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.PostAsync(Body(), $"Bearer {Make("unknown key name")}")));
        Assert.Equal(2, cloud.KeyFetches);
    }

    [Fact]
    public async Task A_new_key_is_found_by_the_request_that_needs_it()
    {
        await bot.PostAsync(Body(), Good());
        var key = cloud.AddKey("new", "msteams");
        clock.Move(TimeSpan.FromHours(2));

        var response = await bot.PostAsync(Body(), $"Bearer {cloud.Token(clock.Now, t => Sign(t, key))}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Known_keys_serve_on_when_the_metadata_is_away()
    {
        await bot.PostAsync(Body(), Good());
        (cloud.IsDown, clock.Now) = (true, clock.Now.AddDays(3));

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Body(), Good())).StatusCode);
    }

    [Fact]
    public async Task A_first_fetch_that_failed_is_repeated_after_a_minute()
    {
        cloud.IsDown = true;
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostAsync(Body(), Good())).StatusCode);
        cloud.IsDown = false;
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.PostAsync(Body(), Good())).StatusCode);
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Body(), Good())).StatusCode);
    }

    JsonObject Activity() => Sample.Message(cloud.ServiceUrl);

    string Body() => Activity().ToJsonString();

    string Good() => $"Bearer {cloud.Token(clock.Now)}";

    string Make(string kind) => cloud.Token(clock.Now, token => Change(token, kind));

    void Change(SecurityTokenDescriptor token, string kind)
    {
        var now = clock.Now.UtcDateTime;
        switch (kind)
        {
            case "expired 4 minutes ago": (token.NotBefore, token.Expires) = (now.AddHours(-1), now.AddMinutes(-4)); break;
            case "expired 6 minutes ago": (token.NotBefore, token.Expires) = (now.AddHours(-1), now.AddMinutes(-6)); break;
            case "valid in 4 minutes": token.NotBefore = now.AddMinutes(4); break;
            case "valid in 6 minutes": token.NotBefore = now.AddMinutes(6); break;
            case "without expiry": token.Expires = null; break;
            case "RS384": Sign(token, cloud.KeyOf("main"), SecurityAlgorithms.RsaSha384); break;
            case "RS512": Sign(token, cloud.KeyOf("main"), SecurityAlgorithms.RsaSha512); break;
            case "PS256": Sign(token, cloud.KeyOf("main"), SecurityAlgorithms.RsaSsaPssSha256); break;
            case "HS256 with the public key": Sign(token, PublicKeyAsSecret(), SecurityAlgorithms.HmacSha256); break;
            case "other issuer": token.Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"; break;
            case "other key under the same name": Sign(token, new RsaSecurityKey(FakeCloud.FreshKey("stranger")) { KeyId = "main" }); break;
            case "unknown key name": Sign(token, new RsaSecurityKey(FakeCloud.FreshKey("stranger")) { KeyId = Guid.NewGuid().ToString() }); break;
            case "without key name": Sign(token, new RsaSecurityKey(cloud.KeyOf("main").Rsa)); break;
            case "other bot": token.Audience = Guid.NewGuid().ToString(); break;
            case "app id in other case": token.Audience = FakeCloud.AppId.ToUpperInvariant(); break;
            case "two audiences": (token.Audience, token.Claims["aud"]) = (null, new[] { FakeCloud.AppId, "another" }); break;
            case "without service URL": token.Claims.Clear(); break;
            case "other service URL": token.Claims["serviceurl"] = "https://smba.trafficmanager.net/emea/"; break;
            case "service URL without slash": token.Claims["serviceurl"] = cloud.ServiceUrl.TrimEnd('/'); break;
            case "service URL in other case": token.Claims["serviceurl"] = cloud.ServiceUrl.ToUpperInvariant(); break;
            case "key without endorsements": Sign(token, cloud.KeyOf("unendorsed")); break;
            case "key endorsed for another channel": Sign(token, cloud.KeyOf("webchat-only")); break;
            default: Assert.Equal("good", kind); break;
        }
    }

    // the classic confusion: the verifier's public key taken for a shared secret
    SymmetricSecurityKey PublicKeyAsSecret() =>
        new(Encoding.ASCII.GetBytes(cloud.KeyOf("main").Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = "main" };

    static void Sign(SecurityTokenDescriptor token, SecurityKey key, string algorithm = SecurityAlgorithms.RsaSha256) =>
        token.SigningCredentials = new SigningCredentials(key, algorithm);
}
