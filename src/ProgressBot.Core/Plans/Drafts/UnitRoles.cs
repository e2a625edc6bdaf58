namespace ProgressBot.Core.Plans.Drafts;

/// <summary>Settles the parts of the units of one row.</summary>
internal static class UnitRoles
{
    /// <param name="mentions">The row's units in order.</param>
    /// <param name="perUnit">Every unit has a quota of its own, so nobody leads.</param>
    /// <param name="firstLeads">The document says that the first one named leads.</param>
    public static IReadOnlyList<DraftUnit> Settle(IReadOnlyList<UnitMention> mentions, bool perUnit, bool firstLeads)
    {
        var marked = mentions.Any(mention => mention.Role == UnitRole.Lead);
        var lead = marked || perUnit ? -1 : mentions.ToList().FindIndex(mention => !mention.IsGroup && mention.Role != UnitRole.Assist);
        return [.. mentions.Select((mention, index) => Settle(mention, index == lead, guess: !firstLeads && mentions.Count(unit => unit.Role is null) > 1, perUnit && !marked))];
    }

    static DraftUnit Settle(UnitMention mention, bool leads, bool guess, bool perUnit) =>
        mention.Role is { } role && !leads
            ? new DraftUnit(mention.Name, role, false, mention.IsGroup)
            : new DraftUnit(mention.Name, Part(mention, leads, perUnit), leads && guess, mention.IsGroup);

    static UnitRole Part(UnitMention mention, bool leads, bool perUnit) =>
        leads ? UnitRole.Lead : mention.IsGroup || perUnit ? UnitRole.Member : UnitRole.Assist;
}
