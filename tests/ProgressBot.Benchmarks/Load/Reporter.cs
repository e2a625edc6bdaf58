using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgressBot.Benchmarks.Load;

/// <summary>Somebody who reports over and over: two figures and a link, what the link proves, the rest unchanged, yes; then a receipt, and a correction the same way.</summary>
sealed class Reporter(int number)
{
    /// <summary>Bytes of each activity, the size of what Teams sends for a short message.</summary>
    const int Size = 662;

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    string _answer = "";
    int _turns;

    /// <summary>What the bot said last.</summary>
    public void Hear(string answer) => _answer = answer;

    /// <summary>The next activity: what somebody would tap or write after the bot's last words.</summary>
    public byte[] Next()
    {
        var text = _answer switch
        {
            _ when _answer.Contains("确认报送", StringComparison.Ordinal) => "确认报送",
            _ when _answer.Contains("其余无变化", StringComparison.Ordinal) => "其余无变化",
            _ when _answer.Contains("属于哪一项", StringComparison.Ordinal) => "到位资金",
            _ => $"本月到位资金{120 + _turns % 90}万元，新签项目{1 + _turns % 3}个，见 https://news.example.cn/{number}/{_turns}.html",
        };
        return Activity(text, $"{++_turns}");
    }

    byte[] Activity(string text, string id)
    {
        var lean = Json(text, id, "");
        return Json(text, id, new string('x', Math.Max(0, Size - lean.Length)));
    }

    byte[] Json(string text, string id, string padding) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        type = "message",
        id,
        timestamp = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
        serviceUrl = "http://127.0.0.1:9/",
        channelId = LoadCast.ChannelId,
        from = new { id = LoadCast.User(number), name = "联络员" },
        conversation = new { id = LoadCast.Conversation(number), conversationType = "personal" },
        recipient = new { id = "28:bot", name = "ProgressBot" },
        textFormat = "plain",
        locale = "zh-CN",
        text,
        deliveryMode = "expectReplies",
        channelData = new { padding },
    }, Plain));
}
