using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;

namespace ProgressBot.BotBuilder;

/// <summary>
/// Sees the Connector's answers under the SDK: its exceptions differ from version to version, the answers do not, and the outbox must tell busy from gone.
/// </summary>
internal sealed class ConnectorWatch(TimeProvider time) : DelegatingHandler
{
    const int LongestAnswer = 1024 * 1024;

    static readonly AsyncLocal<Sight?> Current = new();

    /// <summary>From here on, what the Connector answers to this flow of calls is kept.</summary>
    public static Sight Begin() => Current.Value = new Sight();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Current.Value is not { } sight)
            return await base.SendAsync(request, cancellationToken);
        sight.Answer = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            // the status line has decided; a body that breaks off only costs the id
            sight.Answer = ConnectorErrors.Read(response, "", time);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            sight.Answer = ConnectorErrors.Read(response, await response.Content.ReadAsStringAsync(cancellationToken), time);
            return response;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            sight.Answer ??= ConnectorErrors.Unanswered(request.Method, (problem as HttpRequestException)?.HttpRequestError);
            throw;
        }
    }

    /// <summary>What was seen of one sending.</summary>
    internal sealed class Sight
    {
        /// <summary>What came of the last request; null while none has left.</summary>
        public ConnectorAnswer? Answer { get; set; }

        /// <summary>What a problem means: what was seen of the request, or that none left, for want of a token mostly.</summary>
        public ConnectorAnswer Failure(Exception problem) => Answer ?? new ConnectorAnswer(new Delivery.Later(problem.GetBaseException().Message));
    }
}
