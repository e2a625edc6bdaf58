using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ProgressBot.Benchmarks.Load;

/// <summary>One kept-alive connection that posts and waits. As little as HTTP/1.1 allows, since what the caller burns the server lacks.</summary>
sealed class HttpLine(Uri server, string path) : IDisposable
{
    static readonly byte[] End = "\r\n\r\n"u8.ToArray();

    readonly TcpClient _client = new(server.Host, server.Port) { NoDelay = true };
    readonly byte[] _answer = new byte[256 * 1024];

    /// <returns>Status and body; the body still in chunks when the server sent it so.</returns>
    public async Task<(int Status, string Body)> PostAsync(byte[] body)
    {
        var head = Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        await _client.Client.SendAsync(new ArraySegment<byte>[] { head, body });
        return await ReadAsync();
    }

    public void Dispose() => _client.Dispose();

    async Task<(int Status, string Body)> ReadAsync()
    {
        var read = 0;
        while (true)
        {
            var got = await _client.Client.ReceiveAsync(_answer.AsMemory(read));
            if (got == 0) throw new IOException("The server closed the connection.");
            read += got;
            if (Whole(_answer.AsSpan(0, read)) is { } answer) return answer;
        }
    }

    static (int Status, string Body)? Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(End);
        if (end < 0) return null;
        var head = Encoding.ASCII.GetString(answer[..end]);
        var body = answer[(end + End.Length)..];
        var whole = Length(head) is { } length ? body.Length >= length : body.EndsWith("0\r\n\r\n"u8);
        return whole ? (int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), Encoding.UTF8.GetString(body)) : null;
    }

    static int? Length(string head)
    {
        const string name = "Content-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = head.AsSpan(at + name.Length);
        var end = value.IndexOf('\r');
        return int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
