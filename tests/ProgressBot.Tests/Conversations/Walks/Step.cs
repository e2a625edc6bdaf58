namespace ProgressBot.Tests.Conversations.Walks;

/// <summary>One step of a walk. What it does in particular is drawn from its own number, so that a walk with steps left out goes the same way otherwise.</summary>
readonly record struct Step(StepKind Kind, int Draw)
{
    static readonly StepKind[] Often =
    [
        StepKind.Tell, StepKind.Tell, StepKind.Tell, StepKind.Tell, StepKind.TellPart, StepKind.Problem, StepKind.SendFile, StepKind.Leave, StepKind.ComeBack,
        StepKind.NoChange, StepKind.Withdraw, StepKind.List, StepKind.List, StepKind.Approve, StepKind.Approve, StepKind.Return, StepKind.ApproveListed, StepKind.Revoke, StepKind.OnBehalf, StepKind.Restart,
        StepKind.NextDay, StepKind.NextRound,
    ];

    public static IReadOnlyList<Step> Drawn(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Step(Often[random.Next(Often.Length)], random.Next()))];
    }

    /// <summary>The shortest walk that still fails: steps are left out, first many at once, then one by one.</summary>
    public static async Task<IReadOnlyList<Step>> ShrinkAsync(IReadOnlyList<Step> steps, Func<IReadOnlyList<Step>, Task<bool>> failsAsync)
    {
        for (var width = steps.Count / 2; width > 0; width /= 2)
            for (var from = 0; from < steps.Count;)
            {
                IReadOnlyList<Step> fewer = [.. steps.Take(from), .. steps.Skip(from + width)];
                if (await failsAsync(fewer)) steps = fewer;
                else from += width;
            }
        return steps;
    }
}

enum StepKind
{
    /// <summary>Running totals of one to three numbers, in one message.</summary>
    Tell,

    /// <summary>What this period has added.</summary>
    TellPart,

    /// <summary>How far a goal without a number is.</summary>
    TellGoal,

    /// <summary>A number with a sentence about what is in the way.</summary>
    Problem,

    /// <summary>A number with a document.</summary>
    SendFile,

    /// <summary>A message that is left lying at its read-back.</summary>
    Leave,

    /// <summary>What was left lying is confirmed, whatever has happened since.</summary>
    ComeBack,
    NoChange,
    Withdraw,

    /// <summary>待审.</summary>
    List,

    /// <summary>通过N of the list seen last, be it old.</summary>
    Approve,
    Return,

    /// <summary>通过全部.</summary>
    ApproveListed,
    Revoke,
    OnBehalf,
    Restart,
    NextDay,
    NextRound,
}
