using System.IO.Compression;
using System.Text.Json;
using ProgressBot.Channels.BotFramework;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Channels.BotFramework;

public sealed class TeamsPackageTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("teams-").FullName;

    string File => Path.Combine(folder, "app.zip");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_package_holds_the_manifest_its_English_texts_and_two_icons()
    {
        Assert.Equal(0, TeamsPackageCommand.Run(Options(), Wordings.Find, File, TextWriter.Null));

        using var package = ZipFile.OpenRead(File);
        Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], package.Entries.Select(entry => entry.FullName));
        using var manifest = JsonDocument.Parse(package.GetEntry("manifest.json")!.Open());
        Assert.Equal(FakeCloud.AppId, manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal("progress.example.gov.cn", manifest.RootElement.GetProperty("validDomains")[0].GetString());
        Assert.Equal("https://progress.example.gov.cn/privacy", manifest.RootElement.GetProperty("developer").GetProperty("privacyUrl").GetString());
    }

    [Fact]
    public void The_same_configuration_makes_the_same_package()
    {
        TeamsPackageCommand.Run(Options(), Wordings.Find, File, TextWriter.Null);
        var first = System.IO.File.ReadAllBytes(File);
        TeamsPackageCommand.Run(Options(), Wordings.Find, File, TextWriter.Null);

        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_configuration_that_does_not_suffice_is_told_line_by_line()
    {
        var errors = new StringWriter();
        var options = new BotFrameworkOptions
        {
            AppId = "bot",
            PublicUrl = "http://progress.example.gov.cn",
            Teams = { DeveloperName = new string('办', 33), TermsOfUseUrl = "terms" },
        };

        Assert.Equal(1, TeamsPackageCommand.Run(options, Wordings.Find, File, errors));
        Assert.Equal(
            ["AppId", "PublicUrl", "Teams:DeveloperName", "Teams:TermsOfUseUrl"],
            errors.ToString().Trim().Split('\n').Select(line => line["Channels:BotFramework:".Length..].Split(' ')[0]));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task The_published_schema_and_the_PNG_standard_agree_with_it()
    {
        TeamsPackageCommand.Run(Options(), Wordings.Find, File, TextWriter.Null);
        await ZipFile.ExtractToDirectoryAsync(File, folder, TestContext.Current.CancellationToken);

        var result = JsonSerializer.Deserialize<JsonElement>(await NodePeer.RunAsync("package.cjs", folder));

        Assert.Equal("[]", result.GetProperty("errors").GetRawText());
        Assert.Equal("""{"chunks":"IHDR IDAT IEND","sound":true,"width":192,"height":192,"corner":[36,87,214,255],"bar":[255,255,255,255]}""", result.GetProperty("color").GetRawText());
        Assert.Equal("""{"chunks":"IHDR IDAT IEND","sound":true,"width":32,"height":32,"corner":[255,255,255,0],"bar":[255,255,255,255]}""", result.GetProperty("outline").GetRawText());
    }

    static BotFrameworkOptions Options() => new()
    {
        AppId = FakeCloud.AppId,
        PublicUrl = "https://progress.example.gov.cn",
        Teams = { DeveloperName = "发展和改革局", PrivacyUrl = "https://progress.example.gov.cn/privacy" },
    };
}
