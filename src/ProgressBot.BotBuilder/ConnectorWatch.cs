using ProgressBot.Channels.BotFramework;
using ProgressBot.Core.Messaging;

namespace ProgressBot.BotBuilder;

/// <summary>
/// Sees the Connector's answers under the SDK: its exceptions differ from version to version, the answers do not, and the outbox must tell busy from gone.
/// </summary>
internal sealed class ConnectorWatch(TimeProvider time) : DelegatingHandler
{
    static readonly AsyncLocal<Sight?> Current = new();

    /// <summary>From here on, what the Connector answers to this flow of calls is kept.</summary>
    public static Sight Begin() => Current.Value = new Sight();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sight = Current.Value;
        sight?.Asked();
        var response = await base.SendAsync(request, cancellationToken);
        if (sight is not null && !response.IsSuccessStatusCode)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            sight.Answer = ConnectorErrors.Read(response, await response.Content.ReadAsStringAsync(cancellationToken), time);
        }

        return response;
    }

    /// <summary>What was seen of one sending.</summary>
    internal sealed class Sight
    {
        bool asked;

        public ConnectorAnswer? Answer { get; set; }

        public void Asked() => asked = true;

        /// <summary>The answer that was no success; without any, whether a request ever left decides between unknown and later.</summary>
        public ConnectorAnswer Failure(Exception problem) =>
            Answer ?? new ConnectorAnswer(asked ? new Delivery.Unknown(problem.GetType().Name) : new Delivery.Later(problem.GetType().Name));
    }
}
