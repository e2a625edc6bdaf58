using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgressBot.Core.Messaging;

/// <summary>
/// Something to write one JSON text on that is wiped and used again: nothing is left behind but what is taken off it. Text is left readable, for it never goes
/// into a page's markup.
/// </summary>
public sealed class JsonPad : IDisposable
{
    /// <summary>In bytes; a card with ten rows fits.</summary>
    const int Usual = 16 * 1024;

    /// <summary>One that had to grow beyond is not kept.</summary>
    const int Largest = 256 * 1024;

    // as deep as the serializer goes; whether the JSON is sound is for whoever writes it, and for the tests
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64, SkipValidation = true };

    [ThreadStatic]
    static JsonPad? spare;

    readonly ArrayBufferWriter<byte> _bytes = new(Usual);

    JsonPad() => Json = new Utf8JsonWriter(_bytes, Plain);

    public Utf8JsonWriter Json { get; }

    /// <summary>What was written, in UTF-8; there until the pad is given back.</summary>
    public ReadOnlyMemory<byte> Written
    {
        get
        {
            Json.Flush();
            return _bytes.WrittenMemory;
        }
    }

    /// <summary>An empty pad, to be given back by disposing it, once.</summary>
    public static JsonPad Take()
    {
        var pad = spare ?? new JsonPad();
        spare = null;
        return pad;
    }

    public override string ToString() => Encoding.UTF8.GetString(Written.Span);

    public void Dispose()
    {
        _bytes.ResetWrittenCount();
        Json.Reset();
        if (_bytes.Capacity <= Largest) spare = this;
    }
}
