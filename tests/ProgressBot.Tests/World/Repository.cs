namespace ProgressBot.Tests.World;

/// <summary>The checkout the tests run in: dialogs and talks are read, and accepted talks written, where they are edited.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ProgressBot.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests run outside their checkout");
    }
}
