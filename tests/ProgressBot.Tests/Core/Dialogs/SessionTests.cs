using System.Text;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Answers;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Tests.World;

namespace ProgressBot.Tests.Core.Dialogs;

public sealed class SessionTests
{
    [Fact]
    public void A_talk_in_the_middle_survives_being_written_and_read()
    {
        var session = Midway();

        var read = Session.FromJson(session.ToJson());

        Assert.Equivalent(session, read, strict: true);
        Assert.Equal(session.ToJson(), read.ToJson());
    }

    [Fact]
    public void A_figure_keeps_every_digit() => Assert.Equal(510000000.123456789m, Session.FromJson(Midway().ToJson()).Draft!.Figures.Single().Value);

    [Fact]
    public void A_moment_keeps_its_instant() => Assert.Equal(Midway().MovedAt, Session.FromJson(Midway().ToJson()).MovedAt);

    [Theory]
    [InlineData(null), InlineData(""), InlineData("null"), InlineData("{"), InlineData("[1]"), InlineData("""{"Shown":"all"}""")]
    public void What_cannot_be_read_is_a_fresh_session(string? json)
    {
        var session = Session.FromJson(json is null ? null : Encoding.UTF8.GetBytes(json));

        Assert.Null(session.Dialog);
        Assert.Null(session.Draft);
        Assert.Empty(session.Values);
    }

    [Fact]
    public void What_a_later_version_has_added_is_passed_over() => Assert.Equal("report", Session.FromJson("""{"Dialog":"report","Mood":"good"}"""u8).Dialog);

    [Fact]
    public void A_figure_of_zero_is_read_as_zero()
    {
        var session = new Session { Draft = new ReportDraft { Figures = [new DraftFigure(5, 6, "0个", 0, default, false)] } };

        Assert.Equivalent(session, Session.FromJson(session.ToJson()), strict: true);
    }

    [Fact]
    public void Whatever_a_session_can_hold_is_read_as_it_was_written()
    {
        var session = Filled.Of<Session>();

        Assert.Equivalent(session, Session.FromJson(session.ToJson()), strict: true);
    }

    [Fact]
    public void What_was_written_when_that_was_not_left_out_is_still_read()
    {
        var read = Session.FromJson("""{"Dialog":"report","Values":{},"Draft":{"Figures":[],"NoChange":[5],"Evidence":[],"Enough":false,"Only":[],"IsEmpty":false,"Touched":[5]},"Shown":[],"Question":0}"""u8);

        Assert.Equivalent(new Session { Dialog = "report", Draft = new ReportDraft { NoChange = [5] } }, read, strict: true);
    }

    static Session Midway()
    {
        var draft = new ReportDraft { Texts = ["资金累计5.1亿，“证明”见附件"], Enough = true, Only = [4], NoChange = [5], NeedsReason = true, Reason = "上期误报" };
        draft.Put(new DraftFigure(4, 2, "累计5.1亿", 510000000.123456789m, Basis.Cumulative, true));
        draft.Put(new DraftMilestone(6, 9, MilestoneState.InProgress, "推进中"));
        draft.Evidence.Add(new DraftEvidence(4, "到位证明.pdf", null, "file-1", [7, 8]));
        draft.Questions.Add(new DraftQuestion("magnitude", "8", 320000000m, [new DraftReading(4) { IndicatorId = 2, Value = 8m, Basis = Basis.Incremental, State = MilestoneState.Done, EvidenceIndex = 0, RequirementId = 7 }]));
        return new Session
        {
            Dialog = "report",
            Step = "question",
            Values = new() { ["place"] = "区投促局" },
            Draft = draft,
            Shown = [new(3, 1), new(1, 2), new(2, 1)],
            MovedAt = new DateTimeOffset(2022, 9, 23, 10, 0, 0, TimeSpan.FromHours(8)),
        };
    }
}
