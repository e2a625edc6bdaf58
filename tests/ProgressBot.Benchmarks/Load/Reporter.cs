using System.Text;

namespace ProgressBot.Benchmarks.Load;

/// <summary>Somebody who reports over and over: two figures and a link, what the link proves, the rest unchanged, yes; then a receipt, and a correction the same way.</summary>
sealed class Reporter(int number)
{
    /// <summary>Bytes of each activity, the size of what Teams sends for a short message.</summary>
    const int Size = 662;

    static readonly byte[] End = "\"}}"u8.ToArray();

    // nothing in what is written needs escaping, and what the callers burn the server lacks
    readonly string _from = $$$"""
        {"type":"message","serviceUrl":"http://127.0.0.1:9/","channelId":"{{{LoadCast.ChannelId}}}","from":{"id":"{{{LoadCast.User(number)}}}","name":"联络员"},
        "conversation":{"id":"{{{LoadCast.Conversation(number)}}}","conversationType":"personal"},"recipient":{"id":"28:bot","name":"ProgressBot"},
        "textFormat":"plain","locale":"zh-CN","deliveryMode":"expectReplies","timestamp":"
        """;

    Said _answer = Said.Nothing;
    int _turns;

    enum Said { Nothing, Confirm, Rest, Which }

    /// <summary>What the bot said last.</summary>
    public void Hear(ReadOnlySpan<byte> answer) => _answer =
        answer.IndexOf("确认报送"u8) >= 0 ? Said.Confirm
        : answer.IndexOf("其余无变化"u8) >= 0 ? Said.Rest
        : answer.IndexOf("属于哪一项"u8) >= 0 ? Said.Which
        : Said.Nothing;

    /// <summary>The next activity: what somebody would tap or write after the bot's last words.</summary>
    public byte[] Next()
    {
        var text = _answer switch
        {
            Said.Confirm => "确认报送",
            Said.Rest => "其余无变化",
            Said.Which => "到位资金",
            _ => $"本月到位资金{120 + _turns % 90}万元，新签项目{1 + _turns % 3}个，见 https://news.example.cn/{number}/{_turns}.html",
        };
        return Activity(text, ++_turns);
    }

    byte[] Activity(string text, int id)
    {
        var begin = $$"""{{_from}}{{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}}","id":"{{id}}","text":"{{text}}","channelData":{"padding":"x""";
        var activity = new byte[Math.Max(Size, Encoding.UTF8.GetByteCount(begin) + End.Length)];
        var written = Encoding.UTF8.GetBytes(begin, activity);
        activity.AsSpan(written).Fill((byte)'x');
        End.CopyTo(activity.AsSpan(activity.Length - End.Length));
        return activity;
    }
}
