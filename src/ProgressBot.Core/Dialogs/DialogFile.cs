namespace ProgressBot.Core.Dialogs;

/// <summary>One dialog as its YAML says it: who may use it, and its steps. It has no wording.</summary>
public sealed record DialogFile(string Name, IReadOnlyList<Step> Steps)
{
    /// <summary>The file and line it stands in, for messages.</summary>
    public required Place Place { get; init; }

    /// <summary>Role names (reporter, coordinator, leader); empty for everybody who is known.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>Answers and leaves the dialog that is under way untouched.</summary>
    public bool Aside { get; init; }

    /// <summary>Its command takes nothing behind it: with more text after the word, the text is an answer like any other (收到3亿元).</summary>
    public bool Alone { get; init; }

    /// <summary>What has to be looked up for it: <c>people</c> whom its command names, <c>delivery</c> of messages, the next <c>digest</c>; null for nothing.</summary>
    public string? Needs { get; init; }

    /// <summary>Name of the reader that recognises free text meant for this dialog; null for none.</summary>
    public string? Listens { get; init; }

    /// <summary>Name of the reports that its buttons belong to; null where they belong to none.</summary>
    public string? About { get; init; }

    /// <summary>How long an unfinished talk is kept.</summary>
    public TimeSpan Expires { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The place of a step; -1 when there is none of this name.</summary>
    public int IndexOf(string step)
    {
        for (var index = 0; index < Steps.Count; index++)
            if (Steps[index].Name == step) return index;
        return -1;
    }
}

/// <summary>One step: a verb, whose value is the step's name and its wording key.</summary>
public sealed record Step(Verb Verb, string Name, Place Place)
{
    /// <summary>The step is skipped unless this holds.</summary>
    public Condition? When { get; init; }

    /// <summary>Name of what understands the answer; the plain reader keeps the text as a value under the step's name.</summary>
    public string Read { get; init; } = "text";

    /// <summary>Name of what composes the text, where it is more than one wording key.</summary>
    public string? View { get; init; }

    /// <summary>Name of what offers buttons that depend on the talk.</summary>
    public string? Choices { get; init; }

    /// <summary>Buttons that are always there, by wording key.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>How many of <see cref="Buttons"/> stand before the choices; in the file the word <c>choices</c> in the list marks the place.</summary>
    public int ButtonsBeforeChoices { get; init; }

    /// <summary>Where a button leads: button → step, or <c>end</c>.</summary>
    public IReadOnlyDictionary<string, string> On { get; init; } = new Dictionary<string, string>();

    /// <summary>The dialog whose steps follow, with the draft and the answers as they are; null for this one's.</summary>
    public string? ContinueAs { get; init; }

    /// <summary>Where it goes on; the next step when null.</summary>
    public string? Then { get; init; }
}

public enum Verb
{
    /// <summary>Asks and waits.</summary>
    Ask,

    /// <summary>Says something and goes on.</summary>
    Say,

    /// <summary>Runs a named action.</summary>
    Do,
}

/// <summary><c>fact is given</c>, <c>fact is not given</c>, <c>fact is value</c>, <c>fact is not value</c>: nothing richer, ever.</summary>
public sealed record Condition(string Fact, bool Negated, string? Value)
{
    public bool Holds(string? fact) => (Value is null ? fact is not null : fact == Value) != Negated;
}

/// <summary>A line of a file.</summary>
public sealed record Place(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>Something in a dialog or wording file that cannot be used.</summary>
public sealed class DialogFileException(Place place, string reason) : Exception($"{place}: {reason}")
{
    public Place Place { get; } = place;
}
