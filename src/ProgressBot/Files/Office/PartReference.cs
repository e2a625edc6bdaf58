namespace ProgressBot.Files.Office;

/// <summary>One relationship of a part.</summary>
/// <param name="Id">The id by which the part refers to it.</param>
/// <param name="Type">The last word of its type: officeDocument, styles, image.</param>
/// <param name="Target">The part's name in the package; for what lies outside, the address as written.</param>
/// <param name="IsOutside">Points outside the package.</param>
internal sealed record PartReference(string Id, string Type, string Target, bool IsOutside)
{
    /// <summary>A target as the name of a part: absolute, or relative to the folder of the part that refers to it.</summary>
    public static string Resolve(string from, string target)
    {
        var written = Uri.UnescapeDataString(target.Replace('\\', '/').Split('#', '?')[0]);
        var folder = written.StartsWith('/') ? string.Empty : from[..(from.LastIndexOf('/') + 1)];
        var steps = new List<string>();
        foreach (var step in (folder + written).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == "..")
                steps = [.. steps.SkipLast(1)];
            else if (step != ".")
                steps.Add(step);
        return string.Join('/', steps);
    }
}
