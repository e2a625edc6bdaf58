using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>The cloud's side on loopback: metadata and keys, the token endpoint, and a Connector that answers as it is told.</summary>
internal sealed class FakeCloud : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string AppId = "1111aaaa-2222-3333-4444-5555bbbbcccc";

    // fresh in every run, shared within it: making one takes its time
    static readonly ConcurrentDictionary<string, RSA> Fresh = [];

    readonly WebApplication app;
    readonly Dictionary<string, (RSA Key, string[]? Endorsements)> keys = [];

    FakeCloud(WebApplication app) => this.app = app;

    public static async Task<FakeCloud> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var cloud = new FakeCloud(builder.Build());
        cloud.AddKey("main", "msteams", "webchat", "emulator");
        cloud.app.MapGet("/metadata", cloud.Metadata);
        cloud.app.MapGet("/keys", cloud.Keys);
        cloud.app.MapPost("/{tenant}/token", cloud.TokenAsync);
        cloud.app.MapGet("/connector/files/{name}", cloud.File);
        cloud.app.Map("/connector/{**path}", cloud.ConnectorAsync);
        await cloud.app.StartAsync();
        return cloud;
    }

    public string Url => app.Urls.First();

    public string ServiceUrl => $"{Url}/connector/";

    public bool IsDown { get; set; }

    public int KeyFetches { get; private set; }

    public List<IFormCollection> TokenRequests { get; } = [];

    /// <summary>What the token endpoint says next; empty: a token of an hour.</summary>
    public ConcurrentQueue<(int Status, string Body)> TokenAnswers { get; } = [];

    /// <summary>What the Connector says next; empty: 200 and an id.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> ConnectorAnswers { get; } = [];

    public ConcurrentQueue<Received> Posts { get; } = [];

    /// <summary>The settings of a bot that trusts this cloud; of two for the same name the latter counts.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings(params (string Name, string Value)[] more) =>
        AllSettings(more).Reverse().DistinctBy(setting => setting.Key);

    public RsaSecurityKey AddKey(string kid, params string[]? endorsements)
    {
        keys[kid] = (FreshKey(kid), endorsements);
        return KeyOf(kid);
    }

    /// <summary>The key of that name, known to the cloud or not.</summary>
    public static RSA FreshKey(string name) => Fresh.GetOrAdd(name, _ => RSA.Create(2048));

    public RsaSecurityKey KeyOf(string kid) => new(keys[kid].Key) { KeyId = kid };

    /// <summary>A good token, but for what <paramref name="change"/> does to it.</summary>
    public string Token(DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = AppId,
            NotBefore = now.UtcDateTime.AddMinutes(-1),
            Expires = now.UtcDateTime.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
            SigningCredentials = new SigningCredentials(KeyOf("main"), SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    /// <summary>What can be fetched under <c>connector/files/</c>, by name.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>The tokens that came with requests for files.</summary>
    public List<string> FileTokens { get; } = [];

    /// <summary>Lets the Connector answer so once.</summary>
    public void Answer(int status, string body = "", params (string Name, string Value)[] headers) => ConnectorAnswers.Enqueue(async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    });

    /// <summary>Lets the Connector keep the next caller waiting until that one gives up.</summary>
    public void Hang() => ConnectorAnswers.Enqueue(context =>
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    IResult Metadata() => IsDown
        ? Results.StatusCode(503)
        : Results.Json(new { issuer = Issuer, jwks_uri = $"{Url}/keys" });

    IResult Keys()
    {
        KeyFetches++;
        return Results.Json(new { keys = keys.Select(Jwk) });
    }

    IEnumerable<KeyValuePair<string, string?>> AllSettings((string Name, string Value)[] more) =>
    [
        new("Channels:BotFramework:AppId", AppId),
        new("Channels:BotFramework:Password", "a secret"),
        new("Channels:BotFramework:TenantId", "tenant-of-ours"),
        new("Channels:BotFramework:MetadataUrl", $"{Url}/metadata"),
        new("Channels:BotFramework:TokenUrl", $"{Url}/{{tenant}}/token"),
        new("Channels:BotFramework:AllowLoopbackConnector", "true"),
        new("Channels:BotFramework:RequestTimeout", "00:00:05"),
        .. more.Select(setting => new KeyValuePair<string, string?>($"Channels:BotFramework:{setting.Name}", setting.Value)),
    ];

    static Dictionary<string, object> Jwk(KeyValuePair<string, (RSA Key, string[]? Endorsements)> entry)
    {
        var parameters = entry.Value.Key.ExportParameters(false);
        var jwk = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = entry.Key,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (entry.Value.Endorsements is { } endorsements)
            jwk["endorsements"] = endorsements;
        return jwk;
    }

    IResult File(string name, HttpContext context)
    {
        FileTokens.Add(context.Request.Headers.Authorization.ToString());
        return Files.TryGetValue(name, out var content) ? Results.Bytes(content) : Results.NotFound();
    }

    async Task TokenAsync(HttpContext context)
    {
        TokenRequests.Add(await context.Request.ReadFormAsync());
        var (status, body) = TokenAnswers.TryDequeue(out var told)
            ? told
            : (200, JsonSerializer.Serialize(new { token_type = "Bearer", expires_in = 3600, access_token = $"token-{TokenRequests.Count}" }));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    async Task ConnectorAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Posts.Enqueue(new(context.Request.Method, target, context.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
        if (ConnectorAnswers.TryDequeue(out var answer))
            await answer(context);
        else
            await context.Response.WriteAsJsonAsync(new { id = $"sent-{Posts.Count}" });
    }

    /// <summary>One request the Connector got.</summary>
    public sealed record Received(string Method, string Target, string Authorization, string Body)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
    }
}
