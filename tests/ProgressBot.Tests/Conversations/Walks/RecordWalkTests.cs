namespace ProgressBot.Tests.Conversations.Walks;

/// <summary>
/// Random walks of reporting, correcting, colleagues, returning, reviewing, taking back and restarting against a ledger of their own. A walk that fails is
/// shortened to the fewest steps that still fail, and told as a talk.
/// </summary>
public sealed class RecordWalkTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_people_say_in_whatever_order_the_record_is_what_they_said(int seed)
    {
        var steps = Step.Drawn(seed, 60);
        if (await FailureAsync(steps) is null) return;
        var fewest = await Step.ShrinkAsync(steps, async some => await FailureAsync(some) is not null);
        Assert.Fail(await FailureAsync(fewest));
    }

    static async Task<string?> FailureAsync(IReadOnlyList<Step> steps)
    {
        await using var walk = await RecordWalk.StartAsync();
        foreach (var step in steps)
            if (await walk.TakeAsync(step) is { } difference) return $"{difference}\n{walk.Talk}";
        return null;
    }
}
