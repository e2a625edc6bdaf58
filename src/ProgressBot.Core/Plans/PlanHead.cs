namespace ProgressBot.Core.Plans;

/// <summary>A plan by its title only, in whatever state.</summary>
public sealed record PlanHead(int Id, string Title, int Year, PlanState State)
{
    static readonly string[] Editions = ["修订稿", "修订版", "修订", "调整稿", "调整版", "更新版", "正式稿", "定稿", "修改稿"];

    /// <summary>Whether a document of this title and year is another edition of the plan: 任务书（修订稿） is, next year's 任务书 is not.</summary>
    public bool IsEditionOf(string title, int? year) => year == Year && Bare(title) == Bare(Title);

    // what is left of a title without its edition, brackets, quotes and spaces
    static string Bare(string title)
    {
        var bare = string.Concat(title.Where(char.IsLetterOrDigit));
        return Editions.FirstOrDefault(edition => bare.EndsWith(edition, StringComparison.Ordinal)) is { } found ? bare[..^found.Length] : bare;
    }
}
