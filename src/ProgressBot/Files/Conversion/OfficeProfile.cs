namespace ProgressBot.Files.Conversion;

/// <summary>The settings that LibreOffice runs with: no macros, no active content, nothing linked is loaded.</summary>
static class OfficeProfile
{
    static readonly (string Path, string Name, string Value)[] Settings =
    [
        ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
        ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        ("/org.openoffice.Office.Common/Misc", "UseLocking", "false"),
        ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
        ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
        ("/org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
    ];

    public static string Argument(DirectoryInfo folder) =>
        "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri;

    public static void Write(DirectoryInfo folder)
    {
        var items = Settings.Select(setting =>
            $"""
            <item oor:path="{setting.Path}"><prop oor:name="{setting.Name}" oor:op="fuse"><value>{setting.Value}</value></prop></item>
            """);
        var user = folder.CreateSubdirectory(Path.Combine("profile", "user"));
        File.WriteAllText(Path.Combine(user.FullName, "registrymodifications.xcu"),
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">{string.Concat(items)}</oor:items>
            """);
    }
}
