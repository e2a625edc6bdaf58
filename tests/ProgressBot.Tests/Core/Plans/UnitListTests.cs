using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Core.Plans;

public sealed class UnitListTests
{
    [Theory]
    [InlineData("区教育局、区科技局，区卫健局", "区教育局|区科技局|区卫健局")]
    [InlineData("区教育局\n区科技局", "区教育局|区科技局")]
    [InlineData("区发展和改\n革局、区文化和旅游局", "区发展和改革局|区文化和旅游局")]
    [InlineData("县公安局和县司法局", "县公安局|县司法局")]
    [InlineData("县公安局 县司法局", "县公安局|县司法局")]
    [InlineData("区发改局（区粮食局）、西苑街道", "区发改局（区粮食局）|西苑街道")]
    [InlineData("全区各职能部门及国企平台", "全区各职能部门及国企平台")]
    [InlineData("各镇、街道，区城投集团", "各镇、街道|区城投集团")]
    [InlineData("各镇（街道）、区属国企", "各镇（街道）|区属国企")]
    [InlineData("区教育局等", "区教育局")]
    [InlineData("区商务局、区财政局等有关部门", "区商务局|区财政局|有关部门")]
    [InlineData("责任单位：区投促局、区财政局", "区投促局|区财政局")]
    [InlineData("市大数据局、市税务局按职责分工负责", "市大数据局|市税务局")]
    [InlineData("①区公安分局 ②区教育局 ③区综合行政执法局等", "区公安分局|区教育局|区综合行政执法局")]
    [InlineData("责任领导：张某某；责任单位：区教育局", "区教育局")]
    [InlineData("各参与单位", "各参与单位")]
    [InlineData("/", "")]
    public void A_cell_is_split_into_units_and_names_stay_whole(string cell, string expected) =>
        Assert.Equal(expected, string.Join('|', UnitList.Parse(cell).Select(unit => unit.Name)));

    [Theory]
    [InlineData("*甲局、乙局", "甲局")]
    [InlineData("甲局、乙局*", "乙局")]
    [InlineData("甲局（牵头）、乙局", "甲局")]
    [InlineData("甲局、乙局牵头", "甲局|乙局")]
    [InlineData("甲局、乙局分别牵头，丙局配合", "甲局|乙局")]
    [InlineData("甲局（牵头）、乙局配合", "甲局")]
    [InlineData("甲局牵头，乙局、丙局按职责分工负责", "甲局")]
    [InlineData("责任领导：张某某；牵头单位：甲局；责任单位：乙局", "甲局")]
    [InlineData("牵头单位：甲局；配合单位：乙局、丙局", "甲局")]
    [InlineData("【牵头单位】甲局【配合单位】乙局", "甲局")]
    [InlineData("①甲局②乙局", "甲局")]
    [InlineData("①甲局 ②乙局", "甲局")]
    [InlineData("由甲局牵头，乙局配合", "甲局")]
    public void Marks_name_the_lead(string cell, string lead) =>
        Assert.Equal(lead, string.Join('|', UnitList.Parse(cell).Where(unit => unit.Role == UnitRole.Lead).Select(unit => unit.Name)));

    [Theory]
    [InlineData("甲局牵头，乙局、丙局参与", "乙局|丙局")]
    [InlineData("牵头单位：甲局；乙局、各县（市、区）政府配合", "乙局|各县（市、区）政府")]
    public void A_word_at_the_end_holds_for_all_that_are_named_with_it(string cell, string assist) =>
        Assert.Equal(assist, string.Join('|', UnitList.Parse(cell).Where(unit => unit.Role == UnitRole.Assist).Select(unit => unit.Name)));

    [Fact]
    public void Circled_numbers_do_not_make_a_lead_in_the_column_of_those_who_assist() =>
        Assert.All(UnitList.Parse("①甲局②乙局", UnitRole.Assist), unit => Assert.Equal(UnitRole.Assist, unit.Role));

    [Fact]
    public void Without_a_mark_the_first_unit_is_proposed_as_a_guess()
    {
        var units = UnitRoles.Settle(UnitList.Parse("甲局、乙局、各镇街"), perUnit: false, firstLeads: false);

        Assert.Equal(
            [new DraftUnit("甲局", UnitRole.Lead, true, false), new DraftUnit("乙局", UnitRole.Assist, false, false), new DraftUnit("各镇街", UnitRole.Assist, false, true)],
            units);
    }

    [Fact]
    public void A_collective_that_stands_alone_has_members_and_no_lead() =>
        Assert.Equal([new DraftUnit("各镇街", UnitRole.Member, false, true)], UnitRoles.Settle(UnitList.Parse("各镇街"), perUnit: false, firstLeads: false));

    [Fact]
    public void Where_the_document_says_that_the_first_leads_it_is_no_guess() =>
        Assert.Equal(new DraftUnit("甲局", UnitRole.Lead, false, false), UnitRoles.Settle(UnitList.Parse("甲局、乙局"), false, firstLeads: true)[0]);

    [Fact]
    public void Where_every_unit_has_its_own_quota_nobody_leads() =>
        Assert.All(UnitRoles.Settle(UnitList.Parse("甲局、乙局"), perUnit: true, firstLeads: false), unit => Assert.Equal(UnitRole.Member, unit.Role));

    [Fact]
    public void An_open_list_is_noticed()
    {
        Assert.True(UnitList.IsOpen("甲局、乙局等"));
        Assert.False(UnitList.IsOpen("甲局、乙局"));
    }
}
