using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Plans;

public sealed class ItemNameTests
{
    const string Goal = "帮助开展技能培训，全年不少于400人次";

    [Theory]
    [InlineData("产业园建设", "产业园建设")]
    [InlineData("信息报送情况", "信息报送")]
    [InlineData("年度项目完成情况", "年度项目")]
    [InlineData("乡村振兴工作", "乡村振兴")]
    [InlineData("工作情况", "工作情况")]
    [InlineData("人力资源合作（培训、就业）", "人力资源合作")]
    [InlineData("", "培训就业")]
    public void A_section_with_one_goal_gives_its_name_without_padding(string section, string name) => Assert.Equal(name, ItemName.Of(section, Goal, isOnly: true, ["培训就业"]));

    [Theory]
    [InlineData("帮助开展技能培训，全年不少于400人次", "帮助开展技能培训")]
    [InlineData("互访，并签署年度协议", "互访，并签署年度协议")]
    [InlineData("建好园区；招商", "建好园区")]
    [InlineData("互访", "互访")]
    public void One_of_several_goals_is_called_by_its_first_words(string goal, string name) => Assert.Equal(name, ItemName.Of("交流培训", goal, isOnly: false, []));

    [Fact]
    public void One_of_several_goals_with_a_number_is_called_by_what_it_counts() =>
        Assert.Equal("培训就业", ItemName.Of("交流培训", Goal, isOnly: false, ["培训就业", "培训班"]));

    [Theory]
    [InlineData("十四个字的名称正好放得下呢啊", "十四个字的名称正好放得下呢啊")]
    [InlineData("十五个字的名称就要省略一些啊呀", "十五个字的名称就要省略一些…")]
    public void A_name_fits_a_phone(string goal, string name) => Assert.Equal(name, ItemName.Of("", goal, isOnly: true, []));
}
