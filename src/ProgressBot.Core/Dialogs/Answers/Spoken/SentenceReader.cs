using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Keeps the sentences of a message that say more than its figures and states, each with the task it is about.</summary>
static class SentenceReader
{
    /// <summary>Sentences kept one by one; the rest is kept as one.</summary>
    const int Most = 60;

    public static List<DraftStatement> Read(SpokenWords words, Message message, IReadOnlyList<SentenceReading> readings)
    {
        var (kept, before) = (new List<DraftStatement>(), (SentenceReading?)null);
        foreach (var reading in readings)
        {
            var (start, end) = WithoutChat(words, message.Text, reading.Sentence);
            if (start == end) continue;
            if (kept.Count == Most)
            {
                kept.Add(new DraftStatement(null, StatementKind.Narrative, message.Text[start..].Trim(), null));
                break;
            }
            if (KindOf(words, message, reading, message.Text.AsSpan(start, end - start)) is { } kind)
                kept.Add(new DraftStatement(AboutOf(message, reading, before, kind), kind, message.Text[start..end].Trim(), ExpectedDay.In(message, start, end)));
            if (reading.About.Count > 0 || before?.Sentence.Line != reading.Sentence.Line) before = reading;
        }
        return [.. kept.Distinct()];
    }

    // 领导好，…，谢谢: the words between
    static (int Start, int End) WithoutChat(SpokenWords words, string text, Sentence sentence)
    {
        var (first, last) = (0, sentence.Clauses.Count - 1);
        while (first <= last && IsChat(sentence.Clauses[first])) first++;
        while (last >= first && IsChat(sentence.Clauses[last])) last--;
        return first > last ? (sentence.Start, sentence.Start) : (sentence.Clauses[first].Start, sentence.Clauses[last].End);

        bool IsChat(Clause clause) => words.IsChat(text.AsSpan(clause.Start, clause.End - clause.Start));
    }

    static StatementKind? KindOf(SpokenWords words, Message message, SentenceReading reading, ReadOnlySpan<char> text)
    {
        if (SpokenWords.Says(words.Problems, text)) return StatementKind.Problem;
        if (reading.Sentence.IsQuestion || SpokenWords.Says(words.Questions, text)) return null;
        if (SpokenWords.Says(words.Unchanged, text) && message.Tasks.Any(IsReturned)) return StatementKind.Explanation;
        if (reading.IsAssisting) return StatementKind.Assisting;
        if (reading.IsPlanned) return StatementKind.Intention;
        return reading.SaysMore ? StatementKind.Narrative : null;
    }

    static bool IsReturned(ReportTask task) => task.Report.State == ReportState.Returned;

    // a sentence that names nothing goes on with what the one before it in its line was about
    static int? AboutOf(Message message, SentenceReading reading, SentenceReading? before, StatementKind kind)
    {
        if (reading.About.Count > 0) return reading.About is [var named] ? named : null;
        if (kind == StatementKind.Explanation && message.Tasks.Where(IsReturned).ToList() is [var returned]) return returned.Report.Id;
        if (before is { About: [var same] } && before.Sentence.Line == reading.Sentence.Line) return same;
        return message.Tasks is [var only] ? only.Report.Id : message.Asked;
    }
}
