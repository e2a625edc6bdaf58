using Microsoft.Extensions.Logging.Abstractions;
using ProgressBot.Tests.World;
using ProgressBot.Turns;

namespace ProgressBot.Tests.Turns;

public sealed class DialogLibraryTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("progressbot-dialogs-").FullName;

    [Fact]
    public void A_good_edit_is_taken_and_a_broken_one_keeps_the_last_good_version()
    {
        Copy();
        using var library = new DialogLibrary(_folder, NullLogger<DialogLibrary>.Instance);

        Edit("locales/zh-CN.yaml", "  ok: 好的。", "  ok: 好的，收到。");
        library.Reload();
        Edit("report.yaml", "read: progress", "read: nonsense");
        library.Reload();

        Assert.Equal("好的，收到。", library.Book.Wording("zh-CN").Text("common.ok"));
        Assert.Equal("progress", library.Book.Dialogs["report"].Steps[0].Read);
        Assert.Contains(DialogLibrary.Faults(_folder), fault => fault.Contains("report.yaml:", StringComparison.Ordinal) && fault.Contains("nonsense", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, true);

    void Copy()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "locales"));
        var source = Path.Combine(Repository.Root, "dialogs");
        foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(_folder, Path.GetRelativePath(source, file)));
    }

    void Edit(string file, string old, string text)
    {
        var path = Path.Combine(_folder, file);
        var before = File.ReadAllText(path);
        Assert.Contains(old, before, StringComparison.Ordinal);
        File.WriteAllText(path, before.Replace(old, text, StringComparison.Ordinal));
    }
}
