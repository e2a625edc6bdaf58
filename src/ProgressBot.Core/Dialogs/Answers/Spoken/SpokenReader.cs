namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>
/// Reads what a message says beside its results in figures: states of goals, what is planned, what is in the way. Sentence by sentence, clause by clause; a clause
/// is understood by what it names, else by what its sentence has named, else by what the bot asked for.
/// </summary>
static class SpokenReader
{
    /// <summary>Characters read; what stands behind them is nobody's report.</summary>
    public const int Longest = 20_000;

    /// <summary>
    /// Never guesses: a state belongs to a goal beyond doubt, is asked about, or stays words. Never throws; time grows with the length of the text.
    /// </summary>
    public static SpokenReading Read(SpokenWords words, Message message)
    {
        if (message.Tasks.Count == 0) return new SpokenReading([], [], [], []);
        message = message with { Text = WithoutLinks(message.Text.Length > Longest ? message.Text[..Longest] : message.Text) };
        var sentences = Sentence.Of(message.Text);
        var names = new NamedTasks(words, message.Tasks);
        var states = new StateReader(words, message, names, sentences);
        foreach (var sentence in sentences) states.Take(sentence);
        return new SpokenReading(states.Told.States, states.Told.Questions, SentenceReader.Read(words, message, states.Readings), states.NotResults);
    }

    // an address names nothing; offsets stay
    static string WithoutLinks(string text)
    {
        var links = EvidenceLinks.Find(text);
        if (links.Count == 0) return text;
        var blank = text.ToCharArray();
        foreach (var link in links) blank.AsSpan(link.Start, link.End - link.Start).Fill(' ');
        return new string(blank);
    }
}
