using System.Text.Json;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;

namespace ProgressBot.Commands;

/// <summary>How a draft is printed.</summary>
/// <param name="Json">One JSON document, else text.</param>
/// <param name="Explain">With how it was read.</param>
internal readonly record struct DraftOutput(bool Json, bool Explain = false);

/// <summary>The verb <c>plan read</c>: a document in, a draft out; stores nothing.</summary>
internal static class PlanReadCommand
{
    /// <returns>0 when a draft was printed, 1 when the file cannot be read or names no task with a unit, 2 when there is no such file.</returns>
    public static int Run(FileInfo file, IReadOnlyCollection<string> counters, DraftOutput form, TextWriter output, TextWriter error)
    {
        if (!file.Exists)
        {
            error.WriteLine(CommandWording.Text("file_missing", ("file", file.Name)));
            return 2;
        }

        try
        {
            using var stream = file.OpenRead();
            return Print(PlanReader.Read(DocumentFile.Open(stream, file.Name), counters), file.Name, form, output, error);
        }
        catch (Exception failure) when (failure is UnreadableFileException or UnauthorizedAccessException or IOException)
        {
            var reason = failure is UnreadableFileException ? failure.Message : CommandWording.Text("file_closed");
            error.WriteLine($"{file.Name}: {reason}");
            return 1;
        }
    }

    static int Print(PlanDraft draft, string fileName, DraftOutput form, TextWriter output, TextWriter error)
    {
        if (draft.Rows.All(row => row.Units.Count == 0))
        {
            foreach (var warning in draft.Warnings)
                error.WriteLine($"{fileName}: {$"{warning.Where} {warning.Message}".Trim()}");
            return 1;
        }

        output.WriteLine(form.Json ? JsonSerializer.Serialize(Document(draft, form), DraftJson.Options) : DraftText.Of(draft));
        if (form is { Explain: true, Json: false })
            output.WriteLine(string.Join('\n', DraftExplanation.Of(draft).Prepend("【读法】")));
        return 0;
    }

    static DraftJson Document(PlanDraft draft, DraftOutput form) =>
        form.Explain ? DraftJson.From(draft) with { Explanation = [.. DraftExplanation.Of(draft)] } : DraftJson.From(draft);
}
