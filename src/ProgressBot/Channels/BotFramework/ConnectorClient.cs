using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ProgressBot.Channels.Activities;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Channels.BotFramework;

/// <summary>
/// Bot Connector REST v3. Every call is one request and says how it went; repeating is the outbox's business, but for one new token after a 401.
/// The token goes only to hosts that are trusted; the service URL may or may not end in a slash.
/// </summary>
internal sealed class ConnectorClient(
    IHttpClientFactory clients, ClientCredentials credentials, BotFrameworkOptions options, TimeProvider time, ILogger<ConnectorClient> log)
{
    readonly TrustedHosts hosts = new(options.Endpoints.Hosts, options.AllowLoopbackConnector || !options.IsProtected);

    /// <summary>Opens a conversation; the answer's id is the conversation's.</summary>
    public Task<ConnectorAnswer> CreateConversationAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, ["v3", "conversations"], parameters, cancellationToken);

    /// <summary>Adds to the end of a conversation.</summary>
    public Task<ConnectorAnswer> SendAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, Activities(conversationId), activity, cancellationToken);

    /// <summary>Answers one activity; where the channel has threads, in its thread.</summary>
    public Task<ConnectorAnswer> ReplyAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, Activities(conversationId, activityId), activity, cancellationToken);

    /// <summary>Replaces an activity the bot sent.</summary>
    public Task<ConnectorAnswer> UpdateAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, serviceUrl, Activities(conversationId, activityId), activity, cancellationToken);

    /// <summary>Takes back an activity the bot sent.</summary>
    public Task<ConnectorAnswer> DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        CallAsync<Activity>(HttpMethod.Delete, serviceUrl, Activities(conversationId, activityId), null, cancellationToken);

    static string[] Activities(string conversationId, string? activityId = null) =>
        activityId is null ? ["v3", "conversations", conversationId, "activities"] : ["v3", "conversations", conversationId, "activities", activityId];

    async Task<ConnectorAnswer> CallAsync<T>(
        HttpMethod method, string serviceUrl, string[] path, T? body, CancellationToken cancellationToken) where T : class
    {
        if (!hosts.Allow(serviceUrl))
            return Untrusted(serviceUrl);
        if (path.Any(segment => segment is "" or "." or ".."))
            return new(new Delivery.Dead("an id that cannot stand in a path"));
        var url = new Uri($"{serviceUrl.TrimEnd('/')}/{string.Join('/', path.Select(Uri.EscapeDataString))}");
        var answer = await CallAsync(() => Request(method, url, body), cancellationToken);
        if (answer.Outcome is not Delivery.Sent)
            log.LogWarning("The Connector took no {Method}: {Outcome}", method, answer.Outcome);
        return answer;
    }

    async Task<ConnectorAnswer> CallAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        try
        {
            var (status, answer, token) = await OnceAsync(request, cancellationToken);
            if (status != HttpStatusCode.Unauthorized || token is null)
                return answer;
            credentials.Discard(token);
            return (await OnceAsync(request, cancellationToken)).Answer;
        }
        catch (TokenUnavailableException problem)
        {
            return new(new Delivery.Later(problem.Message, problem.After));
        }
    }

    async Task<(HttpStatusCode? Status, ConnectorAnswer Answer, string? Token)> OnceAsync(
        Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        using var request = create();
        var token = options.IsProtected ? await credentials.GetAsync(cancellationToken) : null;
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var (status, answer) = await ExchangeAsync(request, cancellationToken);
        return (status, answer, token);
    }

    async Task<(HttpStatusCode?, ConnectorAnswer)> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(HttpClients.Connector);
        using var timeout = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (response.StatusCode, ConnectorErrors.Read(response, await BodyAsync(response, either.Token), time));
        }
        catch (HttpRequestException problem)
        {
            return (null, ConnectorErrors.Unanswered(request.Method, problem.HttpRequestError));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, ConnectorErrors.Unanswered(request.Method, null));
        }
    }

    // the status line has decided; a body that breaks off only costs the id
    static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return "";
        }
    }

    static HttpRequestMessage Request<T>(HttpMethod method, Uri url, T? body) where T : class
    {
        var request = new HttpRequestMessage(method, url);
        if (body is not null)
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, ActivityJson.Options))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
            };
        return request;
    }

    ConnectorAnswer Untrusted(string serviceUrl)
    {
        log.LogError("{Host} is not a trusted Connector; if it is yours, add it to {Section}:AllowedHosts.",
            Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) ? url.Host : "The service URL's host", BotFrameworkOptions.Section);
        return new(new Delivery.Dead("the Connector's host is not trusted"));
    }
}
