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
        if (sight is null)
            return await base.SendAsync(request, cancellationToken);
        sight.HasAsked = true;
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        sight.Answer = ConnectorErrors.Read(response, await response.Content.ReadAsStringAsync(cancellationToken), time);
        return response;
    }

    /// <summary>What was seen of one sending.</summary>
    internal sealed class Sight
    {
        /// <summary>What the Connector said last; null while it has not.</summary>
        public ConnectorAnswer? Answer { get; set; }

        public bool HasAsked { get; set; }

        /// <summary>What a problem means: the Connector's own answer where there is one; without, whether a request ever left decides between unknown and later.</summary>
        public ConnectorAnswer Failure(Exception problem) =>
            Answer ?? new ConnectorAnswer(HasAsked ? new Delivery.Unknown(problem.GetType().Name) : new Delivery.Later(problem.GetType().Name));
    }
}
