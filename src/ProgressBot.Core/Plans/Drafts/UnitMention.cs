namespace ProgressBot.Core.Plans.Drafts;

/// <summary>A unit as a text names it, before roles are settled.</summary>
/// <param name="Name">Without marks and labels.</param>
/// <param name="Role">As marked; null when nothing marks it.</param>
/// <param name="IsGroup">A collective.</param>
internal readonly record struct UnitMention(string Name, UnitRole? Role, bool IsGroup);
