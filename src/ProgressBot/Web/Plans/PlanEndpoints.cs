using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Editing;
using ProgressBot.Plans;
using ProgressBot.Storage;

namespace ProgressBot.Web.Plans;

/// <summary>The review page's addresses. Every change answers with the plan as it stands then, or with one sentence why nothing has changed.</summary>
internal static class PlanEndpoints
{
    const int LargestBody = 256 * 1024;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static void MapPlans(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/plans", (HttpContext http, WordedPages pages) => pages.HtmlAsync(http, "plans.html"));
        endpoints.MapGet("/plans/{id:int}", (int id, HttpContext http, WordedPages pages) => pages.HtmlAsync(http, "plan.html"));
        var own = endpoints.MapGroup("/api/plans").AddEndpointFilter<SameOriginFilter>();
        var readers = own.MapGroup("").AddEndpointFilter(new RoleFilter(Roles.Coordinator | Roles.Leader));
        readers.MapGet("", ListAsync);
        readers.MapGet("/{id:int}/export.xlsx", (int id, HttpContext http, PlanDownload download) => download.XlsxAsync(id, http));
        readers.MapGet("/{id:int}/export.csv", (int id, HttpContext http, PlanDownload download) => download.CsvAsync(id, http));
        var coordinators = own.MapGroup("").AddEndpointFilter(new RoleFilter(Roles.Coordinator));
        coordinators.MapPost("", PlanUpload.PostAsync);
        coordinators.MapGet("/{id:int}", ShowAsync);
        coordinators.MapPost("/{id:int}/edits", EditAsync);
        coordinators.MapPost("/{id:int}/revision", ReviseAsync);
        coordinators.MapPost("/{id:int}/settings", SetAsync);
        coordinators.MapPost("/{id:int}/activate", ActivateAsync);
        coordinators.MapPost("/{id:int}/discard", DiscardAsync);
    }

    static async Task<IResult> ListAsync(HttpContext http, IDbContextFactory<BotDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        var reviews = RoleFilter.PersonOf(http).Roles.HasFlag(Roles.Coordinator);
        var plans = await db.Set<Plan>().AsNoTracking().Where(plan => reviews || plan.State == PlanState.Active)
            .OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Title, plan.Year, plan.State, Items = plan.Items.Count(item => item.RemovedAt == null) }).ToListAsync(http.RequestAborted);
        return Results.Json(new { reviews, plans }, Json);
    }

    static async Task<IResult> ShowAsync(int id, HttpContext http, PlanViews views) =>
        await views.FindAsync(id, RoleFilter.WordingOf(http), http.RequestAborted) is { } view ? Results.Json(view, Json) : Missing(http);

    static async Task<IResult> EditAsync(int id, HttpContext http, PlanEdits edits, PlanViews views)
    {
        // whole rows come from documents only
        if (await ReadAsync<PlanEdit>(http) is not { } edit || edit is AddItem or SetSource) return Unreadable(http);
        return await ChangedAsync(edits.ApplyAsync(id, [edit], PersonIdOf(http), http.RequestAborted), id, http, views);
    }

    static async Task<IResult> ReviseAsync(int id, HttpContext http, PlanEdits edits, PlanViews views) =>
        await ReadAsync<Decision>(http) is { Reading: { } reading, Take: { } take }
        ? await ChangedAsync(edits.ReviseAsync(id, reading, take, PersonIdOf(http), http.RequestAborted), id, http, views)
        : Unreadable(http);

    static async Task<IResult> ChangedAsync(Task<bool> change, int id, HttpContext http, PlanViews views)
    {
        try
        {
            return await change ? await ShowAsync(id, http, views) : Missing(http);
        }
        catch (EditRefusedException refused)
        {
            return Refused(RoleFilter.WordingOf(http).Text(refused));
        }
    }

    static async Task<IResult> SetAsync(int id, HttpContext http, PlanStore store, PlanViews views)
    {
        if (await ReadAsync<Setting>(http) is not { Key: { } key, Value: { } value }) return Unreadable(http);
        var (plan, _, refusal) = await store.SetAsync(id, [(key, value)], http.RequestAborted);
        if (refusal is { } why) return Refused(RoleFilter.WordingOf(http).Text($"settings.refused.{Phrasing.Name(why)}", ("text", value)));
        return plan is null ? Missing(http) : await ShowAsync(id, http, views);
    }

    static async Task<IResult> ActivateAsync(int id, HttpContext http, PlanStore store, PlanViews views) =>
        await store.ActivateAsync(id, null, http.RequestAborted, PersonIdOf(http)) is { } obstacle ? Refused(obstacle) : await ShowAsync(id, http, views);

    static async Task<IResult> DiscardAsync(int id, HttpContext http, PlanStore store) =>
        await store.DiscardAsync(id, PersonIdOf(http), http.RequestAborted) is { } obstacle ? Refused(obstacle) : Results.NoContent();

    internal static IResult Refused(string message) => RoleFilter.Problem(StatusCodes.Status422UnprocessableEntity, message);

    internal static int PersonIdOf(HttpContext http) => int.Parse(RoleFilter.PersonOf(http).Id, CultureInfo.InvariantCulture);

    internal static IResult Missing(HttpContext http) => RoleFilter.Problem(http, StatusCodes.Status404NotFound, "refusal.plan_missing");

    static IResult Unreadable(HttpContext http) => RoleFilter.Problem(http, StatusCodes.Status400BadRequest, "refusal.edit_unreadable");

    // null for anything that is not the JSON expected here
    static async Task<T?> ReadAsync<T>(HttpContext http) where T : class
    {
        var body = new byte[LargestBody];
        var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
        try
        {
            return length < body.Length ? JsonSerializer.Deserialize<T>(body.AsSpan(0, length), Json) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Which differences of a revised document are taken, by their keys.</summary>
    sealed record Decision(string? Reading, string[]? Take);

    /// <summary>One setting in the words of <see cref="Core.Reminding.ScheduleSetting"/>.</summary>
    sealed record Setting(string? Key, string? Value);
}
