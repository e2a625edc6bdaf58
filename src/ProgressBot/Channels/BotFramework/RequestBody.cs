using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using ProgressBot.Channels.Activities;

namespace ProgressBot.Channels.BotFramework;

/// <summary>What was posted, within bounds.</summary>
internal static class RequestBody
{
    /// <summary>In bytes. An activity with a submitted card has a few kilobytes; files come as links.</summary>
    public const int Longest = 256 * 1024;

    /// <summary>Levels of nesting. What came in goes out again some levels deeper, and writing ends at 64.</summary>
    const int Deepest = 48;

    static readonly JsonSerializerOptions Within = new(ActivityJson.Options) { MaxDepth = Deepest };

    // nobody should write one, and who reads may pass over it (RFC 8259, 8.1)
    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>What is made of the body; nothing when it is longer than <see cref="Longest"/>, of which not more is read.</summary>
    /// <param name="make">Is given the body where it lies, and must not keep it.</param>
    public static async Task<(bool IsTooLong, T? Made)> ReadAsync<T>(HttpRequest request, Func<ReadOnlyMemory<byte>, T?> make, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Longest)
            return (true, default);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > Longest)
            {
                // given back, so that the server can pass over what is still to come
                reader.AdvanceTo(read.Buffer.End);
                return (true, default);
            }

            if (read.IsCompleted)
                return (false, Make(reader, read.Buffer, make));
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The activity; null when the body is none: not JSON, of a wrong type, without a type, or with text that is no text.</summary>
    public static Activity? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var text = body.Span.StartsWith(ByteOrderMark) ? body.Span[ByteOrderMark.Length..] : body.Span;
            return IsSound(text) && JsonSerializer.Deserialize<Activity>(text, Within) is { Type.Length: > 0 } activity ? activity : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    static T? Make<T>(PipeReader reader, ReadOnlySequence<byte> buffer, Func<ReadOnlyMemory<byte>, T?> make)
    {
        var made = make(buffer.IsSingleSegment ? buffer.First : buffer.ToArray());
        reader.AdvanceTo(buffer.End);
        return made;
    }

    // raw JSON is kept unread; broken UTF-8 or a half surrogate in it would throw wherever it is looked at first
    static bool IsSound(ReadOnlySpan<byte> body) => Utf8.IsValid(body) && (body.IndexOf("\\u"u8) < 0 || HasWholeTexts(body));

    // only what is written as \u can be half a character
    static bool HasWholeTexts(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                reader.GetString();
        return true;
    }
}
