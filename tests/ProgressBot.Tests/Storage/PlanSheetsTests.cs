using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Files.Export;
using ProgressBot.Plans;
using ProgressBot.Storage;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Storage;

public sealed class PlanSheetsTests
{
    [Fact]
    public async Task The_table_tells_what_this_period_added_when_it_was_reported_last_and_who_reviewed_it()
    {
        await using var bot = await WholeBot.StartAsync(new DateTimeOffset(2022, 9, 27, 10, 40, 0, TimeSpan.FromHours(8)));
        await bot.HappenAsync("sweep");
        await bot.SayAsync("李强", "培训就业累计312人次", []);
        await bot.SayAsync("李强", "其余无变化", []);
        await bot.SayAsync("李强", "确认报送", []);
        await bot.SayAsync("陈静", "待审", []);
        await bot.SayAsync("陈静", "通过 全部", []);

        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var table = (await bot.Services.GetRequiredService<PlanSheets>().MakeAsync(db, 1))![0];

        var row = Assert.Single(table.Rows, row => Cell(table, row, "指标") == "培训就业");
        Assert.Equal(("312人次", "312人次", "2022-09-27", "陈静"), (Cell(table, row, "本期"), Cell(table, row, "累计（审核通过）"), Cell(table, row, "最近报送"), Cell(table, row, "审核人")));
    }

    static string Cell(Sheet sheet, SheetRow row, string column) => row.Values[sheet.Columns.Index().Single(at => at.Item.Header == column).Index] switch
    {
        SheetValue.TextValue text => text.Text,
        SheetValue.NumberValue number => number.Number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };
}
