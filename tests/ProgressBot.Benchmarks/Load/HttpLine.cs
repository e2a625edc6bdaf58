using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ProgressBot.Benchmarks.Load;

/// <summary>One kept-alive connection that posts and waits. As little as HTTP/1.1 allows, since what the caller burns the server lacks.</summary>
sealed class HttpLine(Uri server, string path) : IDisposable
{
    static readonly byte[] End = "\r\n\r\n"u8.ToArray();

    readonly byte[] _start = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: ");
    readonly TcpClient _client = new(server.Host, server.Port) { NoDelay = true };
    readonly byte[] _answer = new byte[256 * 1024];

    /// <returns>Status and body, good until the next one is sent; the body still in chunks when the server sent it so.</returns>
    public async Task<(int Status, ReadOnlyMemory<byte> Body)> PostAsync(ReadOnlyMemory<byte> body)
    {
        byte[] request = [.. _start, .. Encoding.ASCII.GetBytes(body.Length.ToString(CultureInfo.InvariantCulture)), .. End, .. body.Span];
        await _client.Client.SendAsync(request.AsMemory());
        return await ReadAsync();
    }

    public void Dispose() => _client.Dispose();

    async Task<(int Status, ReadOnlyMemory<byte> Body)> ReadAsync()
    {
        var read = 0;
        while (true)
        {
            var got = await _client.Client.ReceiveAsync(_answer.AsMemory(read));
            if (got == 0) throw new IOException("The server closed the connection.");
            read += got;
            if (Whole(_answer.AsSpan(0, read)) is not { } begin) continue;
            return (int.Parse(_answer.AsSpan(9, 3), CultureInfo.InvariantCulture), _answer.AsMemory(begin, read - begin));
        }
    }

    /// <summary>Where the body begins; null while there is more to come.</summary>
    static int? Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(End);
        if (end < 0) return null;
        var body = answer[(end + End.Length)..];
        var whole = Length(answer[..(end + 2)]) is { } length ? body.Length >= length : body.EndsWith("0\r\n\r\n"u8);
        return whole ? end + End.Length : null;
    }

    static int? Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return null;
        var value = head[(at + "Content-Length: ".Length)..];
        return int.Parse(value[..value.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
