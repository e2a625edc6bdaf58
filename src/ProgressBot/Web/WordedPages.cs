using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ProgressBot.Channels.DirectLine;
using ProgressBot.Core.Dialogs;

namespace ProgressBot.Web;

/// <summary>
/// The pages in the language of whoever opens them: HTML whose <c>{keys}</c> are filled from the wording, and a script that gives the
/// page's other scripts the texts below <c>page</c>. Read anew each time, so that an edit of the wording shows at once.
/// </summary>
internal sealed partial class WordedPages(
    FindWording findWording, Conversations conversations, FindPerson findPerson, FindPersonAt findPersonAt)
{
    const string Texts = "page.";

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The wording of who sits at the browser; of the default language for somebody nobody knows.</summary>
    public async ValueTask<Wording> WordingAsync(HttpContext http) =>
        findWording((await ChatToken.ChatterAsync(http, conversations, findPerson, findPersonAt))?.Person?.Locale);

    /// <param name="name">A file of the folder <c>pages</c>.</param>
    public async Task<IResult> HtmlAsync(HttpContext http, string name, int status = StatusCodes.Status200OK)
    {
        var wording = await WordingAsync(http);
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "pages", name), http.RequestAborted);
        Changeable(http);
        var worded = Key().Replace(text, key => Html.Encode(Word(wording, key.Groups[1].Value)));
        return Results.Content(worded, "text/html; charset=utf-8", null, status);
    }

    public async Task<IResult> ScriptAsync(HttpContext http)
    {
        var wording = await WordingAsync(http);
        var keys = wording.Keys.Where(key => key.StartsWith(Texts, StringComparison.Ordinal));
        var texts = keys.ToDictionary(key => key[Texts.Length..], key => wording.Text(key));
        Changeable(http);
        var (locale, given) = (JsonSerializer.Serialize(wording.Locale), JsonSerializer.Serialize(texts, Json));
        return Results.Content($"export const locale = {locale};\nexport const texts = {given};\n", "text/javascript; charset=utf-8");
    }

    static string Word(Wording wording, string key) => key == "locale" ? wording.Locale : wording.Text(key);

    // the same address says something else to the next person
    static void Changeable(HttpContext http)
    {
        if (http.Response.Headers.CacheControl.Count == 0) http.Response.Headers.CacheControl = "private, no-cache";
    }

    [GeneratedRegex(@"\{([a-z_.]+)\}")]
    private static partial Regex Key();
}
