namespace ProgressBot.Files.Export;

/// <summary>Names of worksheets as Excel accepts them: 1 to 31 characters, none of \ / ? * [ ] :, no two alike.</summary>
internal static class SheetNames
{
    const int Longest = 31;

    public static IReadOnlyList<string> Of(IEnumerable<Sheet> sheets)
    {
        var names = new List<string>();
        foreach (var sheet in sheets)
            names.Add(Unused(Allowed(sheet.Name), names));
        return names;
    }

    static string Allowed(string name)
    {
        var kept = string.Concat(XmlText.Clean(name, Longest).Select(character => @"\/?*[]:".Contains(character) || char.IsControl(character) ? '_' : character)).Trim('\'', ' ');
        return kept.Length > 0 ? kept : "Sheet";
    }

    static string Unused(string name, List<string> taken)
    {
        var candidate = name;
        for (var number = 2; taken.Contains(candidate, StringComparer.OrdinalIgnoreCase); number++)
            candidate = $"{name[..Math.Min(name.Length, Longest - 5)]}({number})";
        return candidate;
    }
}
