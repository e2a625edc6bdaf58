using System.Diagnostics;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Files.Conversion;

/// <summary>
/// Turns a file into docx or xlsx with LibreOffice, where it is installed: a process and a profile of its own for each file, bounded in
/// time and memory,
/// without macros, and without a network where the system can take it away.
/// </summary>
static class LibreOffice
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // in KiB of addresses, of which LibreOffice reserves far more than it uses
    const int MostMemory = 6 * 1024 * 1024;

    // one after the other: each takes some hundred megabytes
    static readonly Lock Running = new();

    // exec keeps the process id, so that the one that was started is the one that is ended
    const string Bounded = """
        ulimit -v "$0"; ulimit -t 120
        if unshare -rn true 2>/dev/null; then exec unshare -rn "$@"; fi
        exec "$@"
        """;

    /// <summary>Where the program lies; null when it is not installed.</summary>
    public static string? Program { get; } = Find();

    /// <exception cref="UnreadableFileException">Not installed, or it could not make anything of the file; the sentence says how to save
    /// it.</exception>
    public static SourceDocument Open(byte[] bytes, OtherFormat format, string name)
    {
        if (Program is null)
            throw new UnreadableFileException("save_as", null, ("extension", format.Extension), ("target", format.Target));
        var folder = Directory.CreateTempSubdirectory("progressbot-office-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "file." + format.Extension), bytes);
            lock (Running)
                Convert(folder, format);
            var made = new FileInfo(Path.Combine(folder.FullName, "file." + format.Target));
            return made is { Exists: true, Length: > 0 and <= DocumentFile.LargestFile }
                ? DocumentFile.OpenPackage(File.ReadAllBytes(made.FullName), name) : throw Failed(format);
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw Failed(format, fault);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static UnreadableFileException Failed(OtherFormat format, Exception? cause = null) =>
        new("not_converted", cause, ("extension", format.Extension), ("target", format.Target));

    static void Convert(DirectoryInfo folder, OtherFormat format)
    {
        OfficeProfile.Write(folder);
        using var process = Process.Start(Start(folder, format)) ?? throw new InvalidOperationException("LibreOffice did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(Longest))
            return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit(TimeSpan.FromSeconds(5));
        throw Failed(format);
    }

    static ProcessStartInfo Start(DirectoryInfo folder, OtherFormat format)
    {
        string[] command =
        [
            Program!, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
                OfficeProfile.Argument(folder),
            "--infilter=" + format.Filter, "--convert-to", format.Target, "--outdir", folder.FullName,
                Path.Combine(folder.FullName, "file." + format.Extension),
        ];
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(Program!, command[1..])
            : new ProcessStartInfo("/bin/sh",
                ["-c", Bounded, MostMemory.ToString(System.Globalization.CultureInfo.InvariantCulture), .. command]);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        (start.WorkingDirectory, start.Environment["HOME"], start.Environment["TMPDIR"]) =
            (folder.FullName, folder.FullName, folder.FullName);
        return start;
    }

    static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Concat(["/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/opt/libreoffice/program",
                "/Applications/LibreOffice.app/Contents/MacOS",
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LibreOffice", "program")]);
        return folders.Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice")).FirstOrDefault(File.Exists);
    }
}
