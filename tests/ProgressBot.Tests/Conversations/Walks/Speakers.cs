using System.Globalization;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Tests.Conversations.Walks;

/// <summary>Who walks, and how they say things. Words are plain: how words are understood is tested elsewhere, what becomes of them here.</summary>
static class Speakers
{
    /// <summary>A number that a unit reports.</summary>
    /// <param name="Scale">Base units in one unit of the words.</param>
    public sealed record Number(string Item, string Indicator, string Word, string Unit, decimal Scale, int Target)
    {
        public string Total(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{Word}累计{amount:0.##}{Unit}");
        public string Part(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{Word}本期新增{amount:0.##}{Unit}");
    }

    /// <summary>A sentence about a goal without a number, and the state it says.</summary>
    public sealed record Goal(string Item, string Milestone, string Words, MilestoneState State);

    public sealed record Speaker(string Name, string Unit, IReadOnlyList<Number> Numbers, IReadOnlyList<Goal> Goals);

    static readonly Number[] Investment =
    [
        new("产业项目合作", "项目洽谈会", "项目洽谈会", "次", 1, 3), new("产业项目合作", "新签合作项目", "新签合作项目", "个", 1, 9),
        new("产业项目合作", "到位资金", "到位资金", "亿元", 100_000_000, 9), new("消费帮扶销售额", "消费帮扶销售额", "消费帮扶销售额", "万元", 10_000, 900),
        new("报送信息", "报送信息", "报送信息", "篇", 1, 4),
    ];

    public static IReadOnlyList<Speaker> All { get; } =
    [
        new("王敏", "区投促局", Investment, []),
        new("何芳", "区投促局", Investment, []),
        new("李强", "区人社局",
        [
            new("培训就业", "培训就业", "培训就业", "人次", 1, 400), new("消费帮扶销售额", "消费帮扶销售额", "消费帮扶销售额", "万元", 10_000, 900),
        ], []),
        new("孙涛", "区财政局", [new("援建资金", "援建资金", "援建资金", "万元", 10_000, 660)],
        [
            new("援建资金", "出台援建资金管理办法", "援建资金管理办法正在起草", MilestoneState.InProgress), new("援建资金", "出台援建资金管理办法", "援建资金管理办法已印发", MilestoneState.Done),
            new("援建资金", "建立项目储备库", "项目储备库已建立", MilestoneState.Done),
        ]),
        new("赵蕾", "区农业农村局", [new("指标调整", "指标调整", "指标调整", "亩", 1, 200)],
            [new("指标调整", "签订指标置换协议", "指标置换协议已签订", MilestoneState.Done)]),
    ];
}
