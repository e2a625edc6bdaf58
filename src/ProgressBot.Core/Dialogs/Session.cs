using ProgressBot.Core.Reporting;
using System.Text.Json.Serialization;
using System.Text.Json;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Messaging;

namespace ProgressBot.Core.Dialogs;

/// <summary>Where a person's talk is: dialog and step by name, and what was said so far. Kept as JSON between turns, so that it survives a restart.</summary>
public sealed class Session
{
    /// <summary>The dialog under way; null between talks.</summary>
    public string? Dialog { get; set; }

    /// <summary>The step that waits for an answer.</summary>
    public string? Step { get; set; }

    /// <summary>Small answers by step name.</summary>
    public Dictionary<string, string> Values { get; set; } = [];

    /// <summary>The report being put together.</summary>
    public ReportDraft? Draft { get; set; }

    /// <summary>The lines of 待审 that a coordinator was shown, each with the version it showed: 通过 2 means the second one, as it stood then.</summary>
    public List<ReportVersionKey> Shown { get; set; } = [];

    /// <summary>Drafts that were cancelled, withdrawn or left for something else, the latest last: 恢复草稿 brings them back for a day.</summary>
    public List<ShelvedDraft> Shelved { get; set; } = [];

    /// <summary>What was confirmed last, in the person's own words, and for which period; the same words again are asked about in the next.</summary>
    public ToldText? Told { get; set; }

    /// <summary>The number of the question asked last; its buttons carry it.</summary>
    public int Question { get; set; }

    /// <summary>When the talk last moved.</summary>
    public DateTimeOffset MovedAt { get; set; }

    /// <summary>In UTF-8.</summary>
    public byte[] ToJson()
    {
        using var pad = JsonPad.Take();
        JsonSerializer.Serialize(pad.Json, this, SessionJson.Default.Session);
        return pad.Written.ToArray();
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote; nothing and unreadable text give a fresh session.</summary>
    public static Session FromJson(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty) return new Session();
        try
        {
            return JsonSerializer.Deserialize(json, SessionJson.Default.Session) ?? new Session();
        }
        catch (JsonException)
        {
            return new Session();
        }
    }

    internal void End()
    {
        (Dialog, Step, Draft) = (null, null, null);
        Values.Clear();
    }
}

/// <summary>A draft that was put aside.</summary>
public sealed record ShelvedDraft(ReportDraft Draft, DateTimeOffset At);

/// <summary>Sessions as JSON, by code made beforehand: every turn reads and writes one.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Session))]
sealed partial class SessionJson : JsonSerializerContext;

/// <summary>A report in words.</summary>
/// <param name="PeriodStart">First day of the period it was for.</param>
/// <param name="Text">As typed.</param>
public sealed record ToldText(DateOnly PeriodStart, string Text);
