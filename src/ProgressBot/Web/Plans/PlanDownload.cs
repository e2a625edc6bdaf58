using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProgressBot.Core.Reminding;
using ProgressBot.Files.Export;
using ProgressBot.Plans;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Web.Plans;

/// <summary>The export on the page: what the verb <c>export</c> writes, as a download. 404 for a plan that is not in force.</summary>
sealed class PlanDownload(IDbContextFactory<BotDb> databases, PlanSheets sheets, IOptions<TurnOptions> options, TimeProvider clock)
{
    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The table with its progress columns, and the ledger.</summary>
    public Task<IResult> XlsxAsync(int planId, HttpContext http) => FileAsync(planId, http, "xlsx", Workbook, WorkbookWriter.Write);

    /// <summary>The table alone.</summary>
    public Task<IResult> CsvAsync(int planId, HttpContext http) => FileAsync(planId, http, "csv", "text/csv; charset=utf-8", (made, stream) => CsvWriter.Write(made[0], stream));

    async Task<IResult> FileAsync(int planId, HttpContext http, string ending, string contentType, Action<IReadOnlyList<Sheet>, Stream> write)
    {
        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        if (await sheets.MakeAsync(db, planId) is not { } made) return PlanEndpoints.Missing(http);
        var content = new MemoryStream();
        write(made, content);
        content.Position = 0;
        var day = options.Value.Zone.Today(clock.GetUtcNow()).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var name = RoleFilter.WordingOf(http).Text("plan_file.progress", ("id", planId), ("day", day));
        return Results.File(content, contentType, $"{name}.{ending}");
    }
}
