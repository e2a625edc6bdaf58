namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>What was found in one sentence.</summary>
sealed class SentenceReading(Sentence sentence)
{
    public Sentence Sentence { get; } = sentence;

    /// <summary>Reports that it names, gives a figure of, or tells a state of; in order.</summary>
    public List<int> About { get; } = [];

    /// <summary>Clauses that became a state or a question.</summary>
    public int Stated { get; set; }

    /// <summary>Something in it is still to come.</summary>
    public bool IsPlanned { get; set; }

    /// <summary>It tells of what another unit reports, or what an assisting unit knows of a number that the lead reports.</summary>
    public bool IsAssisting { get; set; }

    /// <summary>A clause of it says more than figures and states.</summary>
    public bool SaysMore { get; set; }

    public void Name(IEnumerable<int> reports)
    {
        foreach (var report in reports)
            if (!About.Contains(report)) About.Add(report);
    }
}
