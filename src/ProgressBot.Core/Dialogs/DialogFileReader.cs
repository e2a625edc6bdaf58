using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ProgressBot.Core.Dialogs;

/// <summary>Reads flow files (one or several dialogs, separated by <c>---</c>) and wording files from their text.</summary>
public static class DialogFileReader
{
    static readonly HashSet<string> DialogKeys = ["dialog", "for", "aside", "alone", "needs", "listens", "about", "expires", "steps"];
    static readonly HashSet<string> StepKeys = ["ask", "say", "do", "when", "read", "view", "choices", "buttons", "on", "then", "continue_as"];

    /// <exception cref="DialogFileException">The text is not a flow file; says file, line and reason.</exception>
    public static IReadOnlyList<DialogFile> ReadFlows(string file, string text) =>
        [.. Documents(file, text).Select(document => ReadDialog(file, document))];

    /// <summary>Flattens a wording file into dotted keys.</summary>
    /// <exception cref="DialogFileException">The text is not a wording file.</exception>
    public static Wording ReadWording(string locale, string file, string text)
    {
        var texts = new Dictionary<string, string>();
        var words = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var document in Documents(file, text)) Flatten(file, "", document, texts, words);
        return new Wording(locale, texts, words);
    }

    static IEnumerable<YamlMappingNode> Documents(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw new DialogFileException(new Place(file, (int)error.Start.Line), error.InnerException?.Message ?? error.Message);
        }
        return stream.Documents.Select(document => Map(file, document.RootNode));
    }

    static DialogFile ReadDialog(string file, YamlMappingNode node)
    {
        RefuseUnknown(file, node, DialogKeys);
        var name = Value(file, node, "dialog") ?? throw Fault(file, node, "a dialog needs a name (dialog: …)");
        var steps = Child(node, "steps") as YamlSequenceNode ?? throw Fault(file, node, $"dialog '{name}' needs steps");
        return new DialogFile(name, [.. steps.Select(step => ReadStep(file, Map(file, step)))])
        {
            Place = At(file, node),
            For = List(file, node, "for"),
            Aside = Value(file, node, "aside") == "true",
            Alone = Value(file, node, "alone") == "true",
            Needs = Value(file, node, "needs"),
            Listens = Value(file, node, "listens"),
            About = Value(file, node, "about"),
            Expires = Value(file, node, "expires") is { } expires ? Duration(file, node, expires) : TimeSpan.FromDays(7),
        };
    }

    static Step ReadStep(string file, YamlMappingNode node)
    {
        RefuseUnknown(file, node, StepKeys);
        var verbs = Enum.GetValues<Verb>().Where(verb => Child(node, Key(verb)) is not null).ToList();
        if (verbs is not [var verb]) throw Fault(file, node, "a step has one verb: ask, say or do");
        var buttons = List(file, node, "buttons");
        return new Step(verb, Value(file, node, Key(verb))!, At(file, node))
        {
            When = Value(file, node, "when") is { } when ? ReadCondition(file, node, when) : null,
            Read = Value(file, node, "read") ?? "text",
            View = Value(file, node, "view"),
            Choices = Value(file, node, "choices"),
            Buttons = [.. buttons.Where(button => button != "choices")],
            ButtonsBeforeChoices = Math.Max(0, buttons.ToList().IndexOf("choices")),
            On = Pairs(file, node, "on"),
            Then = Value(file, node, "then"),
            ContinueAs = Value(file, node, "continue_as"),
        };
    }

    static Condition ReadCondition(string file, YamlNode node, string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var fact, "is", "given"] => new Condition(fact, false, null),
        [var fact, "is", "not", "given"] => new Condition(fact, true, null),
        [var fact, "is", "not", var value] => new Condition(fact, true, value),
        [var fact, "is", var value] => new Condition(fact, false, value),
        _ => throw Fault(file, node, $"'{text}' is not a condition; use: fact is given, fact is not given, fact is value, fact is not value"),
    };

    static TimeSpan Duration(string file, YamlNode node, string text) =>
        text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), out var number) && number > 0 && text[^1] is 'd' or 'h'
            ? text[^1] == 'd' ? TimeSpan.FromDays(number) : TimeSpan.FromHours(number)
            : throw Fault(file, node, $"'{text}' is not a duration; use 7d or 12h");

    static void Flatten(string file, string prefix, YamlMappingNode map, Dictionary<string, string> texts, Dictionary<string, IReadOnlyList<string>> words)
    {
        foreach (var (keyNode, value) in map.Children)
        {
            var key = prefix + Scalar(file, keyNode);
            if (value is YamlMappingNode child) Flatten(file, key + ".", child, texts, words);
            else if (value is YamlSequenceNode list) words[key] = [.. list.Select(item => Scalar(file, item))];
            else if (!texts.TryAdd(key, Scalar(file, value).TrimEnd('\n'))) throw Fault(file, keyNode, $"'{key}' stands twice");
        }
    }

    static void RefuseUnknown(string file, YamlMappingNode node, HashSet<string> known)
    {
        foreach (var key in node.Children.Keys)
            if (!known.Contains(Scalar(file, key))) throw Fault(file, key, $"'{Scalar(file, key)}' is not known here; known are {string.Join(", ", known)}");
    }

    static IReadOnlyList<string> List(string file, YamlMappingNode node, string key) => Child(node, key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => Scalar(file, item))],
        var single => [Scalar(file, single)],
    };

    static Dictionary<string, string> Pairs(string file, YamlMappingNode node, string key) => Child(node, key) is { } child
        ? Map(file, child).Children.ToDictionary(pair => Scalar(file, pair.Key), pair => Scalar(file, pair.Value))
        : [];

    static string? Value(string file, YamlMappingNode node, string key) => Child(node, key) is { } child ? Scalar(file, child) : null;
    static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
    static string Scalar(string file, YamlNode node) => node is YamlScalarNode { Value: { } value } ? value : throw Fault(file, node, "a single text is expected here");
    static YamlMappingNode Map(string file, YamlNode node) => node as YamlMappingNode ?? throw Fault(file, node, "names with values are expected here (name: value)");
    static string Key(Verb verb) => verb.ToString().ToLowerInvariant();
    static Place At(string file, YamlNode node) => new(file, (int)node.Start.Line);
    static DialogFileException Fault(string file, YamlNode node, string reason) => new(At(file, node), reason);
}
