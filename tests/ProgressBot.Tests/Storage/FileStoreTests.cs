using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ProgressBot.Storage;
using ProgressBot.Tests.Channels.DirectLine;

namespace ProgressBot.Tests.Storage;

public sealed class FileStoreTests
{
    const long Limit = 100_000;

    public static TheoryData<string, string, string> Allowed => new()
    {
        { "a.pdf", "%PDF-1.7", "application/pdf" },
        { "a.jpg", "\u00ff\u00d8\u00ff\u00e0", "image/jpeg" },
        { "a.png", "\u0089PNG\r\n\u001a\n\0", "image/png" },
        { "名.txt", "MZ开头的说明", "text/plain" },
        { "a.csv", "单位,数值\n区投促局,5.1", "text/csv" },
        { "a.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/msword" },
        { "a.pdf.jpg", "%PDF-1.7", "application/pdf" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task The_content_says_what_a_file_is(string name, string content, string contentType)
    {
        await using var host = await ChatHost.StartAsync();

        var saved = Assert.IsType<FileSaving.Saved>(await SaveAsync(host, name, Bytes(content)));

        Assert.Equal((name, contentType, Bytes(content).LongLength), (saved.File.Name, saved.File.ContentType, saved.File.Size));
        Assert.Equal(Bytes(content), await File.ReadAllBytesAsync(StoreOf(host).PathOf(saved.File), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("a.exe", "anything", FileRefusal.Program)]
    [InlineData("a.pdf", "MZ\0\u0090", FileRefusal.Program)]
    [InlineData("a", "\u007fELF", FileRefusal.Program)]
    [InlineData("a.txt", "#!/bin/sh", FileRefusal.Program)]
    [InlineData("a.txt", "<!DOCTYPE html>", FileRefusal.UnknownType)]
    [InlineData("a.svg", " <svg onload=x>", FileRefusal.UnknownType)]
    [InlineData("a.bin", "\u0001\u0002\u0003", FileRefusal.UnknownType)]
    [InlineData("a.zip", "PK\u0003\u0004 damaged", FileRefusal.Damaged)]
    [InlineData("a.docx", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", FileRefusal.Encrypted)]
    [InlineData("a.txt", "", FileRefusal.Empty)]
    public async Task What_is_refused_leaves_nothing_behind(string name, string content, object why)
    {
        await using var host = await ChatHost.StartAsync();

        Assert.Equal(new FileSaving.Refused((FileRefusal)why), await SaveAsync(host, name, Bytes(content)));

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(host.Directory, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_and_one_at_the_limit_is_taken()
    {
        await using var host = await ChatHost.StartAsync();

        Assert.IsType<FileSaving.Saved>(await SaveAsync(host, "a.txt", Bytes(new string('a', (int)Limit))));
        Assert.Equal(new FileSaving.Refused(FileRefusal.TooLarge), await SaveAsync(host, "a.txt", Bytes(new string('a', (int)Limit + 1))));
    }

    [Theory]
    [InlineData("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("OFD.xml", "application/ofd")]
    [InlineData("照片/1.jpg", "application/zip")]
    [InlineData("word/vbaProject.bin", null)]
    [InlineData("工具/setup.EXE", null)]
    [InlineData("META-INF/MANIFEST.MF", null)]
    public async Task An_archive_is_judged_by_what_is_in_it(string entry, string? contentType)
    {
        await using var host = await ChatHost.StartAsync();

        var saving = await SaveAsync(host, "材料.zip", Archive(entry));

        if (contentType is null)
            Assert.Equal(new FileSaving.Refused(FileRefusal.Program), saving);
        else
            Assert.Equal(contentType, Assert.IsType<FileSaving.Saved>(saving).File.ContentType);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\wang\\证明.txt", "证明.txt")]
    [InlineData("a\r\nb\".txt", "ab.txt")]
    [InlineData("", "file")]
    public async Task A_name_is_kept_without_its_path(string name, string kept)
    {
        await using var host = await ChatHost.StartAsync();

        Assert.Equal(kept, Assert.IsType<FileSaving.Saved>(await SaveAsync(host, name, Bytes("a"))).File.Name);
    }

    static FileStore StoreOf(ChatHost host) => host.Services.GetRequiredService<FileStore>();

    static async Task<FileSaving> SaveAsync(ChatHost host, string name, byte[] content) =>
        await StoreOf(host).SaveAsync(name, new MemoryStream(content), Limit, TestContext.Current.CancellationToken);

    // signatures are bytes, words are UTF-8
    static byte[] Bytes(string content) => content.All(letter => letter < 256) ? Encoding.Latin1.GetBytes(content) : Encoding.UTF8.GetBytes(content);

    static byte[] Archive(string entry)
    {
        var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry(entry).Open()))
            writer.Write("content");
        return memory.ToArray();
    }
}
