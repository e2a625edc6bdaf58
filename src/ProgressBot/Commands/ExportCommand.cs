using Microsoft.EntityFrameworkCore;
using ProgressBot.Files.Export;
using ProgressBot.Plans;
using ProgressBot.Storage;

namespace ProgressBot.Commands;

/// <summary>The verb <c>export</c>: the plan's table with its progress columns and a ledger of everything reported, as .xlsx; the table alone as .csv.</summary>
static class ExportCommand
{
    public static async Task<int> RunAsync(int plan, FileInfo file, string? data, CancellationToken cancellationToken)
    {
        var csv = file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase);
        if (!csv && !file.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            await Console.Error.WriteLineAsync(CommandWording.Text("export_ending", ("file", file.Name)));
            return 2;
        }
        await using var bot = await BotShell.OpenAsync(data);
        await using var db = await bot.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        if (await bot.GetRequiredService<PlanSheets>().MakeAsync(db, plan) is not { } sheets)
        {
            await Console.Error.WriteLineAsync(CommandWording.Text("export_plan_unknown", ("id", plan)));
            return 1;
        }
        await using var stream = file.Create();
        if (csv) CsvWriter.Write(sheets[0], stream);
        else WorkbookWriter.Write(sheets, stream);
        Console.WriteLine(file.FullName);
        return 0;
    }
}
