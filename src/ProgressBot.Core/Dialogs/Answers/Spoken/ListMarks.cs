namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Whether the numbers before a message's lines are those of the bot's list, and not the writer's own.</summary>
sealed class ListMarks
{
    readonly bool _fit, _agree;

    public ListMarks(Message message, IReadOnlyList<Sentence> sentences, NamedTasks names)
    {
        if (!message.ListShown) return;
        var (seen, agreeing) = (new HashSet<int>(), 0);
        foreach (var clause in sentences.SelectMany(sentence => sentence.Clauses))
        {
            if (clause.Number is not { } number) continue;
            if (!seen.Add(number) || message.Tasks.All(task => task.Number != number)) return;
            var named = names.In(message.Text.AsSpan(clause.Start, clause.End - clause.Start));
            if (named.IsForeign || (named.IsStrong && named.Goals.Any(goal => goal.Task.Number != number))) return;
            if (named is { IsStrong: true, Goals.Count: > 0 }) agreeing++;
        }
        _fit = true;
        _agree = agreeing > 0 || seen.Count == message.Tasks.Count;
    }

    /// <summary>Whether a number before a clause means the task with that number.</summary>
    /// <param name="isBare">The clause says nothing beside a state.</param>
    public bool Mean(bool isBare) => _fit && (isBare || _agree);
}
