using System.Text;
using System.Text.Json.Nodes;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class InboundFilesTests : BotFrameworkTests
{
    static readonly byte[] Csv = Encoding.UTF8.GetBytes("指标,数值\n到位资金,5.1亿\n");

    [Fact]
    public async Task A_file_is_fetched_kept_and_handed_over()
    {
        Cloud.Files["proof"] = Csv;
        var heard = await HearAsync(With(File("证明.csv", "proof")));

        var file = Assert.Single(heard.Files);
        Assert.Equal(("证明.csv", Csv.Length), (file.Name, (int)file.Size));
        var store = Bot.Get<FileStore>();
        Assert.Equal(Csv, await System.IO.File.ReadAllBytesAsync(store.PathOf((await store.FindAsync(file.Key, Cancel))!), Cancel));
        Assert.Equal("Bearer token-1", Assert.Single(Cloud.FileTokens));
    }

    [Fact]
    public async Task A_Teams_upload_is_fetched_from_where_Teams_put_it()
    {
        Cloud.Files["proof"] = Csv;
        var upload = File("证明.csv", "elsewhere").With("contentType", "application/vnd.microsoft.teams.file.download.info")
            .With("content", new JsonObject { ["downloadUrl"] = Url("proof"), ["fileType"] = "csv" });

        Assert.Equal("证明.csv", Assert.Single((await HearAsync(With(upload))).Files).Name);
    }

    [Fact]
    public async Task Formatted_text_and_cards_are_no_files() =>
        Assert.Empty((await HearAsync(With(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>x</p>", ["contentUrl"] = Url("x") },
            new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = new JsonObject() },
            new JsonObject()))).Files);

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://sharepoint.com.evil.example/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/plain,x")]
    [InlineData("x")]
    public async Task Other_hosts_are_not_asked(string url)
    {
        var heard = await HearAsync(With(new JsonObject { ["contentType"] = "text/csv", ["contentUrl"] = url, ["name"] = "x.csv" }));

        Assert.Empty(heard.Files);
        Assert.Equal("“x.csv”下载失败，未能接收。请重发，或改发链接。", Assert.Single(Cloud.Posts).Json.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("missing", "下载失败")]
    [InlineData("program", "不能作为佐证材料")]
    [InlineData("empty", "空文件")]
    public async Task A_lost_file_is_told_and_the_words_are_heard_all_the_same(string name, string why)
    {
        Cloud.Files["program"] = [.. "MZ"u8, .. new byte[200]];
        Cloud.Files["empty"] = [];

        var heard = await HearAsync(With(File("附件.exe", name)));

        Assert.Equal("到位资金累计5.1亿", heard.Text);
        Assert.Contains(why, Assert.Single(Cloud.Posts).Json.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_message_that_was_only_a_lost_file_is_not_taken_for_an_arrival() => IgnoredAsync(With(File("a.pdf", "missing")).Without("text"));

    JsonObject With(params JsonObject[] attachments) => Message().With("attachments", new JsonArray([.. attachments]));

    JsonObject File(string name, string at) => new() { ["contentType"] = "text/csv", ["name"] = name, ["contentUrl"] = Url(at) };

    string Url(string name) => $"{Cloud.ServiceUrl}files/{name}";
}
