using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;

namespace ProgressBot.Core.Dialogs.Digests;

/// <summary>What coordinators and leaders are sent: the digests that leave together, in as few messages as hold them.</summary>
/// <param name="Plans">Those in it.</param>
sealed record OfficeDigest(IReadOnlyList<DigestText> Plans, string Text, bool Coordinates)
{
    /// <summary>Characters of a message that several digests may share; a longer one has a message of its own.</summary>
    const int MostText = 3000;

    public Outgoing Message => new(Text) { Buttons = Coordinates ? [.. CoordinatorDigest.Buttons(Plans[0].Wording, [.. Plans.Select(plan => plan.Board)])] : [] };

    /// <summary>The messages for one reader, plan by plan in their order.</summary>
    public static IReadOnlyList<OfficeDigest> For(Person reader, IEnumerable<DigestText> plans)
    {
        var messages = new List<OfficeDigest>();
        foreach (var plan in plans)
        {
            var next = Of(plan, reader.Is(Roles.Coordinator));
            if (messages is [.., var last] && last.Text.Length + next.Text.Length <= MostText) messages[^1] = last.And(next);
            else messages.Add(next);
        }
        return messages;
    }

    /// <summary>One plan's.</summary>
    public static OfficeDigest Of(DigestText plan, bool coordinates) => new([plan], coordinates ? CoordinatorDigest.Text(plan) : LeaderDigest.Text(plan), coordinates);

    OfficeDigest And(OfficeDigest next) => new([.. Plans, .. next.Plans], $"{Text}\n\n{next.Text}", Coordinates);
}
