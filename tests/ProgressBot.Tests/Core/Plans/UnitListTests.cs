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
    [InlineData("/", "")]
    public void A_cell_is_split_into_units_and_names_stay_whole(string cell, string expected) =>
        Assert.Equal(expected, string.Join('|', UnitList.Parse(cell).Select(unit => unit.Name)));

    [Theory]
    [InlineData("*甲局、乙局", "甲局")]
    [InlineData("甲局、乙局*", "乙局")]
    [InlineData("甲局（牵头）、乙局", "甲局")]
    [InlineData("甲局、乙局牵头", "乙局")]
    [InlineData("牵头单位：甲局；配合单位：乙局、丙局", "甲局")]
    [InlineData("【牵头单位】甲局【配合单位】乙局", "甲局")]
    [InlineData("①甲局②乙局", "甲局②乙局")]
    [InlineData("①甲局 ②乙局", "甲局")]
    [InlineData("由甲局牵头，乙局配合", "甲局")]
    public void Marks_name_the_lead(string cell, string lead) =>
        Assert.Equal(lead, UnitList.Parse(cell).Single(unit => unit.Role == UnitRole.Lead).Name);

    [Fact]
    public void Without_a_mark_the_first_unit_is_proposed_as_a_guess()
    {
        var units = UnitRoles.Settle(UnitList.Parse("甲局、乙局、各镇街"), perUnit: false, firstLeads: false);

        Assert.Equal(
            [new DraftUnit("甲局", UnitRole.Lead, true, false), new DraftUnit("乙局", UnitRole.Assist, false, false), new DraftUnit("各镇街", UnitRole.Member, false, true)],
            units);
    }

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
