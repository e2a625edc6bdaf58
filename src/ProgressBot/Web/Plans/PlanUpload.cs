using Microsoft.AspNetCore.Http.Features;
using ProgressBot.Core.Plans.Drafts;
using ProgressBot.Files;
using ProgressBot.Plans;

namespace ProgressBot.Web.Plans;

/// <summary>The import on the page: the file is the request's body, its name stands in the query.</summary>
internal static class PlanUpload
{
    /// <summary>Answers with the number of the draft it became; 422 with one sentence for a file that cannot be one, and nothing is stored.</summary>
    public static async Task<IResult> PostAsync(string? name, HttpContext http, PlanStore store)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = DocumentFile.LargestFile + 1;
        var wording = RoleFilter.WordingOf(http);
        try
        {
            using var content = new MemoryStream();
            await http.Request.Body.CopyToAsync(content, http.RequestAborted);
            content.Position = 0;
            var fileName = FileName(name) ?? wording.Text("plan_file.unnamed");
            var draft = PlanReader.Read(DocumentFile.Open(content, fileName));
            var (id, _, obstacles) = await store.ImportAsync(draft, fileName, http.RequestAborted, PlanEndpoints.PersonIdOf(http));
            return id is null ? PlanEndpoints.Refused(string.Join("", obstacles)) : Results.Json(new { id });
        }
        catch (UnreadableFileException unreadable)
        {
            return PlanEndpoints.Refused(unreadable.Message);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return PlanEndpoints.Refused(wording.Text("refusal.file_too_large"));
        }
    }

    // only what people see of it
    static string? FileName(string? name) => name?.Split('/', '\\')[^1].Trim() is { Length: > 0 and <= 200 } plain ? plain : null;
}
