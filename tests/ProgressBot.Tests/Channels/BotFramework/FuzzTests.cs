using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Messaging;
using ProgressBot.Storage;

namespace ProgressBot.Tests.Channels.BotFramework;

/// <summary>FUZZ_COUNT says how many (2,000 by default), FUZZ_SEED which.</summary>
public sealed class FuzzTests(ITestOutputHelper output) : BotFrameworkTests
{
    static readonly int[] EveryKind = [200, 400, 401, 403, 501];

    static readonly Outgoing Answer = new("表格")
    {
        Buttons = [new Button("确认", new Dictionary<string, string> { ["report"] = "1" })],
        Table = new Table(["指标", "数值"], [["到位资金", "5.1亿"]]),
    };

    SqliteConnection? onlooker;

    [Fact]
    public async Task No_spoilt_activity_breaks_the_server_and_a_refused_one_changes_nothing()
    {
        var (count, seed) = (Setting("FUZZ_COUNT", 2000), Setting("FUZZ_SEED", Environment.TickCount));
        output.WriteLine($"FUZZ_SEED={seed}");
        var mutation = new ActivityMutation(seed);
        var answers = new SortedDictionary<int, int>();
        Bot.Answers = _ => [Answer];
        for (var i = 0; i < count; i++)
        {
            var status = await TryAsync(mutation.Make(Whole(i)), good: i % 10 != 0);
            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        Assert.Empty(Bot.Complaints);
        await onlooker!.DisposeAsync();
        output.WriteLine(string.Join(", ", answers.Select(answer => $"{answer.Key}: {answer.Value}")));
        Assert.True(EveryKind.All(answers.ContainsKey), "the mutations do not reach every kind of answer");
    }

    async Task<int> TryAsync(byte[] body, bool good)
    {
        var before = await StateAsync();
        using var content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", good ? Good : Good + "x");
        using var response = await Bot.Http.SendAsync(request, Cancel);

        var status = (int)response.StatusCode;
        Assert.True(status is < 500 or 501, $"{status}: {Encoding.UTF8.GetString(body)}");
        if (status != 200)
            Assert.True(before == await StateAsync(), $"{status}, and something changed: {Encoding.UTF8.GetString(body)}");
        return status;
    }

    string Good => field ??= Cloud.Token(Clock.Now);

    JsonObject Whole(int number) => Message(id: $"{number % 500}")
        .With("deliveryMode", number % 2 == 0 ? "expectReplies" : "normal")
        .With("name", number % 3 == 0 ? "fileConsent/invoke" : "adaptiveCard/action")
        .With("action", "add")
        .With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:new" }))
        .With("entities", new JsonArray(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = "28:bot" }, ["text"] = "资金" }))
        .With("value", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = new JsonObject { ["text"] = "确认" } } });

    // data_version moves with whatever anybody else writes into the database, be it the same as before
    async Task<(int Heard, int Sent, long Database)> StateAsync()
    {
        onlooker ??= await OpenAsync();
        await using var look = onlooker.CreateCommand();
        look.CommandText = "PRAGMA data_version";
        return (Bot.Heard.Count, Cloud.Posts.Count, (long)(await look.ExecuteScalarAsync(Cancel))!);
    }

    async Task<SqliteConnection> OpenAsync()
    {
        await using var db = await Bot.Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(Cancel);
        return connection;
    }

    internal static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
