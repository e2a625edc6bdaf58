using System.Globalization;
using System.Text.Json;
using ProgressBot.Core.Dialogs.Answers;

namespace ProgressBot.Core.Dialogs;

/// <summary>Writes sessions by hand, as the serializer would that leaves out whatever is null, zero, false or empty, in half the time: every turn writes one.</summary>
static class SessionWriter
{
    public static void Write(Utf8JsonWriter json, Session session)
    {
        json.WriteStartObject();
        Write(json, "Dialog"u8, session.Dialog);
        Write(json, "Step"u8, session.Step);
        Write(json, "Values"u8, session.Values);
        if (session.Draft is { } draft) Write(json, draft);
        Write(json, "Shown"u8, session.Shown);
        if (session.Told is { } told) Write(json, told);
        Write(json, "Question"u8, session.Question);
        if (session.MovedAt != default) json.WriteString("MovedAt"u8, session.MovedAt);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ToldText told)
    {
        json.WriteStartObject("Told"u8);
        if (told.PeriodStart != default) json.WriteString("PeriodStart"u8, told.PeriodStart.ToString("O", CultureInfo.InvariantCulture));
        Write(json, "Text"u8, told.Text);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ReportDraft draft)
    {
        json.WriteStartObject("Draft"u8);
        WriteAll(json, "Figures"u8, draft.Figures, Write);
        WriteAll(json, "Milestones"u8, draft.Milestones, Write);
        Write(json, "NoChange"u8, draft.NoChange);
        WriteAll(json, "Evidence"u8, draft.Evidence, Write);
        WriteAll(json, "Questions"u8, draft.Questions, Write);
        WriteAll(json, "Texts"u8, draft.Texts, static (json, text) => json.WriteStringValue(text));
        Write(json, "Origins"u8, draft.Origins);
        Write(json, "Enough"u8, draft.Enough);
        Write(json, "Only"u8, draft.Only);
        Write(json, "NeedsReason"u8, draft.NeedsReason);
        Write(json, "Reason"u8, draft.Reason);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, DraftFigure figure)
    {
        json.WriteStartObject();
        Write(json, "ReportId"u8, figure.ReportId);
        Write(json, "IndicatorId"u8, figure.IndicatorId);
        Write(json, "Phrase"u8, figure.Phrase);
        Write(json, "Value"u8, figure.Value);
        Write(json, "Basis"u8, (int)figure.Basis);
        Write(json, "BasisSaid"u8, figure.BasisSaid);
        Write(json, "Message"u8, figure.Message);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, DraftMilestone milestone)
    {
        json.WriteStartObject();
        Write(json, "ReportId"u8, milestone.ReportId);
        Write(json, "State"u8, (int)milestone.State);
        Write(json, "Message"u8, milestone.Message);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, DraftEvidence piece)
    {
        json.WriteStartObject();
        Write(json, "ReportId"u8, piece.ReportId);
        Write(json, "Name"u8, piece.Name);
        Write(json, "Url"u8, piece.Url);
        Write(json, "FileKey"u8, piece.FileKey);
        WriteList(json, "RequirementIds"u8, piece.RequirementIds, static (json, id) => json.WriteNumberValue(id));
        Write(json, "Message"u8, piece.Message);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, DraftQuestion question)
    {
        json.WriteStartObject();
        Write(json, "Kind"u8, question.Kind);
        Write(json, "Phrase"u8, question.Phrase);
        if (question.Reference is { } reference) json.WriteNumber("Reference"u8, reference);
        WriteList(json, "Readings"u8, question.Readings, Write);
        Write(json, "Message"u8, question.Message);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, DraftReading reading)
    {
        json.WriteStartObject();
        Write(json, "ReportId"u8, reading.ReportId);
        Write(json, "IndicatorId"u8, reading.IndicatorId);
        Write(json, "Value"u8, reading.Value);
        Write(json, "Basis"u8, (int)reading.Basis);
        Write(json, "State"u8, (int?)reading.State);
        Write(json, "EvidenceIndex"u8, reading.EvidenceIndex);
        Write(json, "RequirementId"u8, reading.RequirementId);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, int number)
    {
        if (number != 0) json.WriteNumber(name, number);
    }

    // what was set to zero says more than what was not set
    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } set) json.WriteNumber(name, set);
    }

    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal number)
    {
        if (number != 0) json.WriteNumber(name, number);
    }

    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool flag)
    {
        if (flag) json.WriteBoolean(name, flag);
    }

    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, List<int> numbers) => WriteAll(json, name, numbers, static (json, number) => json.WriteNumberValue(number));

    static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, Dictionary<string, string> texts)
    {
        if (texts is not { Count: > 0 }) return;
        json.WriteStartObject(name);
        foreach (var (key, text) in texts) json.WriteString(key, text);
        json.WriteEndObject();
    }

    static void WriteAll<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values is { Count: > 0 }) WriteList(json, name, values, write);
    }

    // of a constructor's lists an empty one is written, too: unread it would be null
    static void WriteList<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null) return;
        json.WriteStartArray(name);
        for (var index = 0; index < values.Count; index++) write(json, values[index]);
        json.WriteEndArray();
    }
}
