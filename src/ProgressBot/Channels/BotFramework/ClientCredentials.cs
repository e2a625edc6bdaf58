using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// The bot's own token for the Connector (OAuth 2 client credentials): one per directory, client and scope, shared by everybody, fetched by one caller
/// while the others wait, and renewed five minutes before it ends. A refusal is remembered for a minute, so that a wrong secret does not hammer the directory.
/// </summary>
internal sealed class ClientCredentials(
    IHttpClientFactory clients, BotFrameworkOptions options, TimeProvider time, ILogger<ClientCredentials> log) : IDisposable
{
    static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim fetching = new(1, 1);
    readonly Lazy<X509Certificate2?> certificate = new(() =>
        options.CertificateFile.Length > 0 ? ClientAssertion.Load(options.CertificateFile, options.CertificatePassword) : null);
    Held? held;
    Refused? refused;

    /// <summary>A token that is good for at least some minutes.</summary>
    /// <exception cref="TokenUnavailableException">The directory refused or could not be reached.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (held is { } good && time.GetUtcNow() < good.RenewAt)
            return good.Token;
        await fetching.WaitAsync(cancellationToken);
        try
        {
            if (held is { } fresh && time.GetUtcNow() < fresh.RenewAt)
                return fresh.Token;
            return (held = await FetchAsync(cancellationToken)).Token;
        }
        finally
        {
            fetching.Release();
        }
    }

    /// <summary>The Connector did not take this token: the next caller gets another one.</summary>
    public void Discard(string token)
    {
        if (held is { } current && current.Token == token)
            Interlocked.CompareExchange(ref held, null, current);
    }

    public void Dispose()
    {
        fetching.Dispose();
        if (certificate.IsValueCreated)
            certificate.Value?.Dispose();
    }

    async Task<Held> FetchAsync(CancellationToken cancellationToken)
    {
        if (refused is { } last && time.GetUtcNow() < last.Until)
            throw new TokenUnavailableException(last.Reason, last.Until - time.GetUtcNow());
        using var http = clients.CreateClient(HttpClients.Tokens);
        try
        {
            using var form = new FormUrlEncodedContent(Form());
            using var response = await http.PostAsync(Url(), form, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (Exception problem) when (
            !cancellationToken.IsCancellationRequested && problem is HttpRequestException or OperationCanceledException or JsonException)
        {
            throw new TokenUnavailableException($"the directory could not be reached ({problem.GetType().Name})", null);
        }
    }

    string Url() => options.Endpoints.TokenUrl.Replace("{tenant}", Tenant(), StringComparison.Ordinal);

    string Tenant() => options.TenantId.Length > 0 ? options.TenantId : options.Endpoints.SharedTenant ?? "";

    Dictionary<string, string> Form()
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId,
            ["scope"] = options.Endpoints.Scope,
        };
        if (certificate.Value is null)
            form["client_secret"] = options.Password;
        else
            (form["client_assertion_type"], form["client_assertion"]) =
                (ClientAssertion.Type, ClientAssertion.Create(certificate.Value, options.AppId, Url(), time.GetUtcNow()));
        return form;
    }

    async Task<Held> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw Refuse(response, OAuthError(body));
        var answer = JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web);
        if (answer is not { access_token.Length: > 0, expires_in: > 0 })
            throw Refuse(response, "an answer without a token");
        refused = null;
        // a lifetime of less than twice the margin would mean a fetch per message
        var lifetime = TimeSpan.FromSeconds(answer.expires_in);
        return new Held(answer.access_token, time.GetUtcNow() + (lifetime > 2 * Early ? lifetime - Early : lifetime / 2));
    }

    TokenUnavailableException Refuse(HttpResponseMessage response, string error)
    {
        var wait = RetryAfter.Of(response, time) ?? AfterRefusal;
        refused = new Refused($"the directory answered {(int)response.StatusCode} {error}", time.GetUtcNow() + wait);
        if (response.StatusCode != HttpStatusCode.TooManyRequests)
            log.LogError("No token for the Connector: {Reason}. Check AppId, the secret or certificate, and TenantId.", refused.Reason);
        return new TokenUnavailableException(refused.Reason, wait);
    }

    // only the code (invalid_client, unauthorized_client …) and Entra's numbers: the description may quote what was sent
    static string OAuthError(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var code = root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String ? error.GetString()! : "";
            var numbers = root.TryGetProperty("error_codes", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
            return string.Join(' ', [code, .. numbers.Where(number => number.ValueKind == JsonValueKind.Number).Select(number => $"AADSTS{number.GetRawText()}")]);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    sealed record Held(string Token, DateTimeOffset RenewAt);

    sealed record Refused(string Reason, DateTimeOffset Until);

#pragma warning disable IDE1006 // the wire's own names
    sealed record Answer(string? access_token, int expires_in);
#pragma warning restore IDE1006
}

/// <summary>There is no token now; <paramref name="after"/> says when to ask again, if known.</summary>
internal sealed class TokenUnavailableException(string reason, TimeSpan? after) : Exception(reason)
{
    public TimeSpan? After { get; } = after;
}
