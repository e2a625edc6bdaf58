using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ProgressBot.SdkBaseline;

/// <summary>
/// The same collecting as the SDK's samples do it: a step is asked, its answer kept, the next one asked, and both states are saved with every turn. Figures and a link,
/// what the link proves, the rest, the read-back, a receipt; then from the beginning. The words are those that the load command's reporters listen for.
/// With <c>--waterfall true</c> the conversation keeps a <see cref="WaterfallMemory"/>, too.
/// </summary>
public sealed partial class CollectBot(ConversationState conversation, UserState user, IConfiguration configuration) : ActivityHandler
{
    readonly IStatePropertyAccessor<WaterfallMemory>? waterfalls =
        configuration.GetValue<bool>("waterfall") ? conversation.CreateProperty<WaterfallMemory>("DialogState") : null;
    readonly IStatePropertyAccessor<Collected> talks = conversation.CreateProperty<Collected>(nameof(Collected));
    readonly IStatePropertyAccessor<Reporter> reporters = user.CreateProperty<Reporter>(nameof(Reporter));

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await conversation.SaveChangesAsync(turnContext, false, cancellationToken);
        await user.SaveChangesAsync(turnContext, false, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var talk = await talks.GetAsync(turnContext, () => new Collected(), cancellationToken);
        var reporter = await reporters.GetAsync(turnContext, () => new Reporter(), cancellationToken);
        reporter.Name ??= turnContext.Activity.From.Name;
        var reply = Answer(talk, reporter, turnContext.Activity.Text?.Trim() ?? "");
        if (waterfalls is not null)
            await RememberAsync(waterfalls, turnContext, talk.Asked, reply, cancellationToken);
        await turnContext.SendActivityAsync(reply, cancellationToken);
    }

    static async Task RememberAsync(
        IStatePropertyAccessor<WaterfallMemory> waterfalls, ITurnContext turnContext, Question asked, IMessageActivity reply, CancellationToken cancellationToken)
    {
        await waterfalls.GetAsync(turnContext, () => new WaterfallMemory(), cancellationToken);
        await waterfalls.SetAsync(turnContext, asked == Question.Figures ? new WaterfallMemory() : WaterfallMemory.Waiting(asked, reply), cancellationToken);
    }

    static IMessageActivity Answer(Collected talk, Reporter reporter, string said) => talk.Asked switch
    {
        Question.Figures => TakeFigures(talk, said),
        Question.Proof => TakeProof(talk, said),
        Question.Rest => TakeRest(talk, said),
        _ => TakeConfirmation(talk, reporter, said),
    };

    static IMessageActivity TakeFigures(Collected talk, string said)
    {
        var (money, projects, link) = (Money().Match(said), Projects().Match(said), Link().Match(said));
        if (!money.Success || !projects.Success || !link.Success)
            return MessageFactory.Text("没有看懂。请报送到位资金、新签项目和佐证链接，如“到位资金120万元，新签项目2个，见 https://…”。");
        talk.Money = decimal.Parse(money.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * 10_000;
        talk.Projects = int.Parse(projects.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        talk.Link = link.Value;
        talk.Asked = Question.Proof;
        return Ask($"佐证“{talk.Link}”属于哪一项？", "到位资金", "新签项目");
    }

    static IMessageActivity TakeProof(Collected talk, string said)
    {
        if (said is not ("到位资金" or "新签项目"))
            return Ask("没有看懂，请点一个按钮。", "到位资金", "新签项目");
        talk.Proves = said;
        talk.Asked = Question.Rest;
        return Ask("工作机制：本期有变化吗？", "其余无变化", "稍后");
    }

    static IMessageActivity TakeRest(Collected talk, string said)
    {
        talk.RestUnchanged = said == "其余无变化";
        talk.Asked = Question.Confirmation;
        return MessageFactory.Attachment(ReadBack(talk).ToAttachment());
    }

    static IMessageActivity TakeConfirmation(Collected talk, Reporter reporter, string said)
    {
        if (said != "确认报送")
            return MessageFactory.Attachment(ReadBack(talk).ToAttachment());
        reporter.Receipts++;
        talk.Asked = Question.Figures;
        return MessageFactory.Text($"已收到，编号 {reporter.Receipts:000}，待审核。");
    }

    static HeroCard ReadBack(Collected talk) => new()
    {
        Title = "请核对",
        Text = $"到位资金 {talk.Money:N0}元\n\n新签项目 {talk.Projects}个\n\n佐证 {talk.Link}（{talk.Proves}）\n\n工作机制 {(talk.RestUnchanged ? "无变化" : "稍后")}",
        Buttons = [new CardAction(ActionTypes.ImBack, "确认报送", value: "确认报送"), new CardAction(ActionTypes.ImBack, "重新填写", value: "重新填写")],
    };

    static IMessageActivity Ask(string question, params string[] choices) => MessageFactory.SuggestedActions(choices, question, toList: null);

    [GeneratedRegex(@"到位资金\s*([0-9.]+)\s*万元")]
    private static partial Regex Money();

    [GeneratedRegex(@"新签项目\s*([0-9]+)\s*个")]
    private static partial Regex Projects();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
