using ProgressBot.Core.Reminding;

namespace ProgressBot.Tests.Core.Reminding;

public sealed class ReminderMergeTests
{
    static readonly DateTimeOffset Morning = new(2022, 9, 30, 2, 7, 0, TimeSpan.Zero);

    [Fact]
    public void Each_person_gets_one_message_with_the_most_overdue_first()
    {
        var merge = ReminderMerge.PerPerson(
            [Due(2, "招商", -3), Due(1, "培训", -1), Due(2, "资金", 3), Due(2, "信息", 0)], _ => 0);

        Assert.Equal([1, 2], merge.Send.Select(message => message.PersonId));
        Assert.Equal(["资金", "信息", "招商"], merge.Send[1].Parts.Select(part => part.What));
        Assert.True(merge.Send[1].Copied);
        Assert.False(merge.Send[0].Copied);
        Assert.Empty(merge.Held);
    }

    [Fact]
    public void Whoever_had_enough_messages_this_week_is_left_in_peace_but_on_the_due_day()
    {
        var merge = ReminderMerge.PerPerson([Due(1, "培训", -1), Due(2, "资金", -1), Due(2, "信息", 0), Due(3, "招商", 1)], person => person == 3 ? 4 : 5);

        Assert.Equal([2, 3], merge.Send.Select(message => message.PersonId));
        Assert.Equal(2, merge.Send[0].Parts.Count);
        Assert.Equal([1], merge.Held.Select(message => message.PersonId));
    }

    static DueReminder<string> Due(int person, string what, int offset) =>
        new(person, what, new ReminderStep(offset == 0 ? StepKind.DueDay : StepKind.BeforeDue, offset, Morning, offset >= 3));
}
