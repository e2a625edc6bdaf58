using System.IO.Compression;
using System.Text;
using ProgressBot.Core.Dialogs;

namespace ProgressBot.Channels.BotFramework;

/// <summary>Makes the package that a Teams administrator uploads: manifest, English texts and the two icons. The same configuration gives the same bytes.</summary>
internal static class TeamsPackageCommand
{
    const int LongestDeveloperName = 32;

    // zip counts from here; the time of making it would make every package another one
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>0 done; 1 the configuration does not suffice, one line per reason on <paramref name="errors"/>.</returns>
    public static int Run(BotFrameworkOptions options, FindWording wording, string outFile, TextWriter errors)
    {
        var problems = Problems(options).ToArray();
        foreach (var problem in problems)
            errors.WriteLine($"{BotFrameworkOptions.Section}:{problem}");
        if (problems.Length > 0)
            return 1;
        using var file = File.Create(outFile);
        Write(options, wording, file);
        return 0;
    }

    static IEnumerable<string> Problems(BotFrameworkOptions options)
    {
        if (!Guid.TryParseExact(options.AppId, "D", out _))
            yield return "AppId must be the app registration's id (a GUID).";
        if (!IsHttps(options.PublicUrl))
            yield return "PublicUrl must be an https address.";
        if (options.Teams.DeveloperName.Length is 0 or > LongestDeveloperName)
            yield return $"Teams:DeveloperName must have 1 to {LongestDeveloperName} characters.";
        foreach (var name in Pages(options.Teams).Where(page => page.Url is not null && !IsHttps(page.Url)).Select(page => page.Name))
            yield return $"Teams:{name} must be an https address.";
    }

    static (string Name, string? Url)[] Pages(TeamsOptions teams) =>
        [("WebsiteUrl", teams.WebsiteUrl), ("PrivacyUrl", teams.PrivacyUrl), ("TermsOfUseUrl", teams.TermsOfUseUrl)];

    static bool IsHttps(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps;

    static void Write(BotFrameworkOptions options, FindWording wording, Stream file)
    {
        using var package = new ZipArchive(file, ZipArchiveMode.Create);
        Add(package, TeamsManifest.File, Encoding.UTF8.GetBytes(TeamsManifest.Write(options, wording(null))));
        Add(package, TeamsManifest.EnglishFile, Encoding.UTF8.GetBytes(TeamsManifest.WriteEnglish(wording("en"))));
        Add(package, TeamsManifest.ColorIcon, TeamsIcons.Color());
        Add(package, TeamsManifest.OutlineIcon, TeamsIcons.Outline());
    }

    static void Add(ZipArchive package, string name, byte[] content)
    {
        var entry = package.CreateEntry(name);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
