using System.Text;
using System.Text.Json;
using ProgressBot.Commands;

namespace ProgressBot.Tests.Files;

public sealed class PlanReadCommandTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plan-read-");

    [Fact]
    public void Json_has_the_names_of_the_contract_and_readable_Chinese()
    {
        var (code, output, error) = Run(new FileInfo(Path.Combine(Samples.Folder, "00-任务书全文.md")), json: true);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("滨政办〔2022〕31号", output, StringComparison.Ordinal);
        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["title", "documentNumber", "issuer", "year", "date", "programme", "partner", "rows", "tasks", "conflicts", "warnings"], Names(root));
        var row = root.GetProperty("rows")[1];
        Assert.Equal(
            ["section", "goal", "units", "evidence", "indicators", "milestones", "programme", "partner", "progress", "opening", "source"], Names(row));
        Assert.Equal(["name", "role", "group"], Names(row.GetProperty("units")[0]));
        Assert.Equal(
            ["name", "phrase", "comparator", "value", "unit", "normalized", "baseUnit", "deadline", "sharing", "aspirational", "stages",
                "moneyStages"],
            Names(row.GetProperty("indicators")[0]));
        Assert.Equal("2022-09-30", row.GetProperty("indicators")[0].GetProperty("deadline").GetString());
        Assert.Equal(["number", "title", "units", "indicators"], Names(root.GetProperty("tasks")[0]));
        Assert.Equal(["kind", "where", "message"], Names(root.GetProperty("conflicts")[0]));
    }

    [Fact]
    public void On_demand_it_is_told_what_each_header_meant_and_what_gave_each_target()
    {
        using var output = new StringWriter();

        PlanReadCommand.Run(
            new FileInfo(Path.Combine(Samples.Folder, "15-指标表.md")), [], new DraftOutput(Json: false, Explain: true), output, TextWriter.Null);

        Assert.Contains("“牵头单位”列：牵头单位", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("名称取自内容列", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Body_tasks_carry_their_units_and_figures()
    {
        var draft = Samples.Read("00-任务书全文.md");

        Assert.Equal(["做实产业合作", "用好援建资金", "扩大就业帮扶", "推动消费帮扶", "健全机制", "加强宣传"], draft.Tasks.Select(task => task.Title));
        Assert.Equal(3, draft.Tasks[0].Indicators.Count);
        Assert.Equal(("山海协作", "云和县", 2022), (draft.Programme, draft.PartnerRegion, draft.Year));
        Assert.Equal(("滨湖区人民政府办公室", new DateOnly(2022, 7, 18)), (draft.Issuer, draft.Date));
    }

    [Fact]
    public void The_encoding_of_a_table_does_not_matter()
    {
        const string table = "序号,任务,目标,责任单位\n1,修路,修路3公里,交通局\n2,种树,种树500棵,林业局\n";
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

        var drafts = new[] { new UTF8Encoding(false), new UTF8Encoding(true), gb18030, Encoding.Unicode }
            .Select(encoding => Run(Write("plan.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(table)]), json: true).Output);

        Assert.Single(drafts.Distinct());
    }

    [Fact]
    public void A_table_without_units_is_an_error_in_one_line()
    {
        var (code, output, error) = Run(Write("plan.csv", Encoding.UTF8.GetBytes("任务,目标,时限\n修路,3公里,年底\n")), json: false);

        Assert.Equal((1, string.Empty), (code, output));
        Assert.Contains("表中没有责任单位列", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.docx", "89504E470D0A1A0A", 1)]
    [InlineData("plan.txt", "E4BDA0E5A5BD", 1)]
    public void What_holds_no_plan_ends_with_one_sentence(string name, string bytes, int expected)
    {
        var (code, output, error) = Run(Write(name, Convert.FromHexString(bytes)), json: true);

        Assert.Equal((expected, string.Empty), (code, output));
        Assert.StartsWith(name + ": ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_wrong_usage() => Assert.Equal(2, Run(new FileInfo(Path.Combine(_folder.FullName, "none")), json: true).Code);

    public void Dispose() => _folder.Delete(recursive: true);

    static (int Code, string Output, string Error) Run(FileInfo file, bool json)
    {
        using StringWriter output = new(), error = new();
        var code = PlanReadCommand.Run(file, [], new DraftOutput(json), output, error);
        return (code, output.ToString(), error.ToString());
    }

    FileInfo Write(string name, byte[] bytes)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, name));
        File.WriteAllBytes(file.FullName, bytes);
        return file;
    }

    static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
