namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Settles the parts of the units of one row.</summary>
internal static class UnitRoles
{
    /// <param name="mentions">The row's units in order.</param>
    /// <param name="perUnit">Every unit named has a quota of its own, so nobody leads.</param>
    /// <param name="firstLeads">The document says that the first one named leads.</param>
    public static IReadOnlyList<DraftUnit> Settle(IReadOnlyList<UnitMention> mentions, bool perUnit, bool firstLeads)
    {
        var marked = mentions.Any(mention => mention.Role == UnitRole.Lead);
        var lead = marked || perUnit ? -1 : mentions.ToList().FindIndex(mention => !mention.IsGroup && mention.Role != UnitRole.Assist);
        var guess = !firstLeads && mentions.Count(mention => mention.Role is null) > 1;
        return [.. mentions.Select((mention, index) => index == lead
            ? new DraftUnit(mention.Name, UnitRole.Lead, guess, mention.IsGroup)
            : new DraftUnit(mention.Name, mention.Role ?? (marked || lead >= 0 ? UnitRole.Assist : UnitRole.Member), false, mention.IsGroup))];
    }
}
