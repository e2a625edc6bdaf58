using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs;

/// <summary>Understands an answer. <paramref name="choice"/>: the tapped button's key, or the number of a tapped choice; null for free text.</summary>
public delegate Reading Reader(Turn turn, string? choice);

/// <summary>What became of an answer.</summary>
/// <param name="Step">For <see cref="ReadKind.Understood"/>: where to go on; null for where the flow says.</param>
public readonly record struct Reading(ReadKind Kind, string? Step = null)
{
    public static Reading Understood { get; } = new(ReadKind.Understood);
    public static Reading NotUnderstood { get; } = new(ReadKind.NotUnderstood);

    /// <summary>The reader has said what is wrong; the question is put again.</summary>
    public static Reading Again { get; } = new(ReadKind.Again);

    /// <summary>The talk is over.</summary>
    public static Reading Stop { get; } = new(ReadKind.Stop);

    public static Reading GoTo(string step) => new(ReadKind.Understood, step);
}

public enum ReadKind
{
    Understood,
    NotUnderstood,
    Again,
    Stop,
}

/// <summary>The names that flow files may use, and the C# behind each: logic has a name here and nowhere else.</summary>
public sealed class DialogNames
{
    /// <summary>For <c>read:</c> and <c>listens:</c>.</summary>
    public Dictionary<string, Reader> Readers { get; } = [];

    /// <summary>For <c>do:</c>.</summary>
    public Dictionary<string, Action<Turn>> Actions { get; } = [];

    /// <summary>For <c>when:</c>; null means the fact is not given.</summary>
    public Dictionary<string, Func<Turn, string?>> Facts { get; } = [];

    /// <summary>For <c>view:</c>.</summary>
    public Dictionary<string, Func<Turn, Outgoing>> Views { get; } = [];

    /// <summary>For <c>choices:</c>.</summary>
    public Dictionary<string, Func<Turn, IEnumerable<Button>>> Choices { get; } = [];

    /// <summary>For <c>about:</c>; the reports that the buttons of a dialog's questions belong to.</summary>
    public Dictionary<string, Func<Turn, IEnumerable<Report>>> Subjects { get; } = [];

    /// <summary>Answers that an action looks for: the names of steps that a dialog with this action has to ask.</summary>
    public Dictionary<string, IReadOnlyList<string>> Answers { get; } = [];

    /// <summary>Steps that a reader may lead to: a dialog that uses it has to have them.</summary>
    public Dictionary<string, IReadOnlyList<string>> Targets { get; } = [];

    /// <summary>What a message means that was edited while a question waits; null when it is none of those that the talk is made of.</summary>
    public Func<Turn, Reading?> Edited { get; set; } = _ => null;

    /// <summary>What is done with a talk that is left in the middle for another dialog, whose name is given.</summary>
    public Action<Turn, string> Left { get; set; } = (_, _) => { };

    public static Roles Role(string name) => name switch
    {
        "reporter" => Roles.Reporter,
        "coordinator" => Roles.Coordinator,
        "leader" => Roles.Leader,
        _ => Roles.None,
    };

    /// <summary>All the bot can do.</summary>
    public static DialogNames All()
    {
        var names = new DialogNames();
        Common.Register(names);
        Dialogs.Answers.Answering.Register(names);
        Coordination.Coordinating.Register(names);
        Coordination.Steering.Register(names);
        return names;
    }
}
