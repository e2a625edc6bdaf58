using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using ProgressBot.Tests.Channels.BotFramework;
using ProgressBot.Tests.Channels.DirectLine;

namespace ProgressBot.Tests.Channels;

/// <summary>One person at one channel: says something and hears all that the bot says to it.</summary>
internal abstract class ChannelDoor(Uri address) : IAsyncDisposable
{
    protected HttpClient Http { get; } = new() { BaseAddress = address };

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<ChannelDoor> BotFramework(ChannelHost host) => Task.FromResult<ChannelDoor>(new ConnectorDoor(host));

    public static async Task<ChannelDoor> WebChat(ChannelHost host)
    {
        var door = new WebChatDoor(host);
        await door.OpenAsync();
        return door;
    }

    /// <summary>The bot's words and buttons, a line each.</summary>
    public abstract Task<string> SayAsync(string text);

    public virtual ValueTask DisposeAsync()
    {
        Http.Dispose();
        return ValueTask.CompletedTask;
    }

    protected static string Line(JsonElement activity)
    {
        var text = activity.TryGetProperty("text", out var said) ? said.GetString() : "";
        var buttons = activity.TryGetProperty("suggestedActions", out var suggested)
            ? suggested.GetProperty("actions").EnumerateArray().Select(action => $"[{action.GetProperty("title").GetString()}]") : [];
        var cards = activity.TryGetProperty("attachments", out var attachments) ? attachments.EnumerateArray().Select(attachment => attachment.GetRawText()) : [];
        return string.Join(' ', [text, .. buttons, .. cards]);
    }

    sealed class ConnectorDoor(ChannelHost host) : ChannelDoor(host.Address)
    {
        int _said;

        public override async Task<string> SayAsync(string text)
        {
            var activity = Sample.Message("http://127.0.0.1:9/", text, $"{++_said}").With("channelId", "emulator").With("deliveryMode", "expectReplies");
            using var response = await Http.PostAsJsonAsync("/api/messages", activity, Cancel);
            response.EnsureSuccessStatusCode();
            var body = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
            return string.Join('\n', body.GetProperty("activities").EnumerateArray().Select(Line));
        }
    }

    sealed class WebChatDoor(ChannelHost host) : ChannelDoor(host.Address)
    {
        const string User = "dl_li";

        readonly ClientWebSocket _stream = new();
        readonly List<string> _heard = [];
        string _conversation = "";
        int _told;

        public async Task OpenAsync()
        {
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ChannelHost.Secret);
            var granted = await PostAsync("/v3/directline/tokens/generate", new { user = new { id = User, name = "王芳" }, locale = "zh-CN" });
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", granted.GetProperty("token").GetString());
            var started = await PostAsync("/v3/directline/conversations", new { });
            _conversation = started.GetProperty("conversationId").GetString()!;
            await _stream.ConnectAsync(new Uri(started.GetProperty("streamUrl").GetString()!), Cancel);
        }

        public override async Task<string> SayAsync(string text)
        {
            await PostAsync($"/v3/directline/conversations/{_conversation}/activities", new { type = "message", from = new { id = User, name = "王芳" }, text, locale = "zh-CN" });
            // the turn is over, so all it says is in the outbox; the stream has still to bring it
            var expected = await host.SpokenAsync();
            while (_heard.Count < expected) await HearAsync();
            var said = string.Join('\n', _heard.Skip(_told));
            _told = _heard.Count;
            return said;
        }

        public override async ValueTask DisposeAsync()
        {
            _stream.Dispose();
            await base.DisposeAsync();
        }

        async Task HearAsync()
        {
            var frame = await Talk.FrameAsync(_stream) ?? throw new InvalidOperationException("The stream ended.");
            if (frame.Length == 0) return;
            var activities = JsonSerializer.Deserialize<JsonElement>(frame).GetProperty("activities").EnumerateArray();
            _heard.AddRange(activities.Where(activity => activity.GetProperty("from").GetProperty("id").GetString() != User).Select(Line));
        }

        async Task<JsonElement> PostAsync(string path, object body)
        {
            using var response = await Http.PostAsJsonAsync(path, body, Cancel);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        }
    }
}
