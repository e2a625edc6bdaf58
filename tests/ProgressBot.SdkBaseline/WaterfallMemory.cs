using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ProgressBot.SdkBaseline;

/// <summary>
/// What a waterfall of Microsoft.Bot.Builder.Dialogs leaves in the conversation's state between two turns: the component, in it the waterfall with its step, and on top the
/// prompt with its words and choices. That library is on fewer registries than the SDK, so what it does itself is not measured here, only the weight of what it keeps.
/// </summary>
public sealed class WaterfallMemory
{
    public List<DialogInstance> Instances { get; set; } = [];

    public static WaterfallMemory Waiting(Question step, IMessageActivity prompt) => new()
    {
        Instances = [Instance("CollectDialog", ("dialogs", new WaterfallMemory { Instances = [Prompt(prompt), Waterfall(step)] }))],
    };

    static DialogInstance Waterfall(Question step) => Instance(
        "WaterfallDialog", ("options", null), ("values", new Dictionary<string, object>()), ("instanceId", $"{Guid.NewGuid()}"), ("stepIndex", (int)step));

    static DialogInstance Prompt(IMessageActivity prompt) => Instance(
        "ChoicePrompt", ("options", Options(prompt)), ("state", new Dictionary<string, object> { ["AttemptCount"] = 1 }));

    static PromptOptions Options(IMessageActivity prompt) => new()
    {
        Prompt = MessageFactory.Text(prompt.Text),
        RetryPrompt = MessageFactory.Text("没有看懂，请点一个按钮。"),
        Choices = [.. prompt.SuggestedActions?.Actions.Select(action => action.Title) ?? []],
    };

    static DialogInstance Instance(string id, params (string Name, object? Value)[] state) =>
        new() { Id = id, State = state.ToDictionary(entry => entry.Name, entry => entry.Value) };
}

/// <summary>One dialog on the stack.</summary>
public sealed class DialogInstance
{
    public string Id { get; set; } = "";
    public Dictionary<string, object?> State { get; set; } = [];
}

/// <summary>What a prompt was begun with.</summary>
public sealed class PromptOptions
{
    public Activity? Prompt { get; set; }
    public Activity? RetryPrompt { get; set; }
    public List<string> Choices { get; set; } = [];
}
