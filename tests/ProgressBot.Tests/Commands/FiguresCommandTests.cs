using System.Text.Json;
using ProgressBot.Commands;

namespace ProgressBot.Tests.Commands;

public sealed class FiguresCommandTests
{
    [Fact]
    public async Task Every_line_becomes_one_json_line_in_plain_chinese()
    {
        var output = new StringWriter();

        Assert.Equal(0, await FiguresCommand.RunAsync(new StringReader("到位资金约5.10亿元\n\n3-5个"), output));

        var lines = output.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(3, lines.Length);
        Assert.Equal("""{"figures":[{"phrase":"5.10亿元","start":5,"end":11,"value":5.1,"unit":"亿元","normalized":510000000,"baseUnit":"元","comparator":"~"}]}""", lines[0]);
        Assert.Equal("""{"figures":[]}""", lines[1]);
        Assert.Equal(5, JsonDocument.Parse(lines[2]).RootElement.GetProperty("figures")[0].GetProperty("max").GetDecimal());
    }

    [Fact]
    public async Task Parts_and_directions_are_written_when_there_are_any()
    {
        var output = new StringWriter();

        await FiguresCommand.RunAsync(new StringReader("共8个，其中3个；下降2%"), output);

        var figures = JsonDocument.Parse(output.ToString()).RootElement.GetProperty("figures");
        Assert.Equal(0, figures[1].GetProperty("partOf").GetInt32());
        Assert.Equal("down", figures[2].GetProperty("direction").GetString());
        Assert.False(figures[0].TryGetProperty("partOf", out _));
    }
}
