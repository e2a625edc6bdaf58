using ProgressBot.Core.Plans;
using ProgressBot.Core.Plans.Drafts;

namespace ProgressBot.Tests.Core.Plans;

public sealed class DraftReviewTests
{
    static readonly DateOnly Today = new(2022, 8, 1);

    [Fact]
    public void Units_are_counted_once_and_those_that_nobody_knows_by_name_or_alias_are_named()
    {
        var review = Review([Row("甲", null, "区人社局", "区新局"), Row("乙", null, "区人社局"), Row("无人", null)]);

        Assert.Equal((2, 2), (review.Rows, review.Units));
        Assert.Equal(["区新局"], review.NewUnits);
    }

    [Fact]
    public void What_was_due_before_today_is_an_alert_and_what_is_due_today_is_not()
    {
        var review = Review([Row("过", new DateOnly(2022, 7, 31), "甲局"), Row("今", Today, "甲局"), Row("无", null, "甲局")]);

        Assert.Equal([("过", new DateOnly(2022, 7, 31))], review.PastDue.Select(item => (item.Row.Goal, item.Deadline)));
    }

    static DraftReview Review(IReadOnlyList<DraftRow> rows) => DraftReview.Of(
        new PlanDraft("任务", null, null, 2022, null, null, null, rows, [], [], []), [new Unit { Id = 1, Name = "区人力社保局", Aliases = ["区人社局"] }], Today);

    static DraftRow Row(string goal, DateOnly? deadline, params string[] units) => new(
        "", goal, [.. units.Select(name => new DraftUnit(name, UnitRole.Member, false, false))], [], [],
        deadline is null ? null : new DraftDeadline("7月底前", deadline, DeadlinePrecision.Month), new DraftSource(1, 1, null, 1, null), []);
}
