using ProgressBot.Core.People;

namespace ProgressBot.Tests.Core.People;

public sealed class InvitationTests
{
    static readonly DateTimeOffset Noon = new(2022, 9, 23, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_code_is_eight_characters_that_nobody_confuses()
    {
        for (var i = 0; i < 200; i++) Assert.Matches("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", InvitationCode.Create());
    }

    [Fact]
    public void Codes_do_not_repeat() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => InvitationCode.Create()).Distinct().Count());

    [Theory]
    [InlineData("K7QM-2WXF"), InlineData("k7qm-2wxf"), InlineData("K7QM2WXF"), InlineData("  k7qm2wxf ")]
    public void However_a_code_is_typed_it_is_the_same(string typed) => Assert.Equal(InvitationCode.Hash("K7QM-2WXF"), InvitationCode.Hash(typed));

    [Fact]
    public void A_code_may_be_typed_in_full_width() => Assert.Equal(InvitationCode.Hash("K7QM-2WXF"), InvitationCode.Hash("Ｋ７ＱＭ－２ＷＸＦ"));

    [Fact]
    public void Another_code_has_another_hash() => Assert.NotEqual(InvitationCode.Hash("K7QM-2WXF"), InvitationCode.Hash("K7QM-2WXG"));

    [Fact]
    public void What_is_kept_does_not_show_the_code()
    {
        var hash = InvitationCode.Hash("K7QM-2WXF")!;

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.DoesNotContain("k7qm", hash, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""), InlineData("K7QM-2WX"), InlineData("K7QM-2WXFF"), InlineData("K7QM-2WX0"), InlineData("K7QM-2WXO"), InlineData("K7QM-2WXI"), InlineData("K7QM-2WXL"), InlineData("新签2个，到位五亿")]
    public void A_text_that_cannot_be_a_code_has_no_hash(string text) => Assert.Null(InvitationCode.Hash(text));

    [Theory]
    [InlineData(-1, false, InvitationState.Open), InlineData(0, false, InvitationState.Expired), InlineData(1, false, InvitationState.Expired), InlineData(-1, true, InvitationState.Used), InlineData(1, true, InvitationState.Used)]
    public void An_invitation_is_open_until_it_is_used_or_has_expired(int minutesPast, bool used, InvitationState expected)
    {
        var invitation = new Invitation { CodeHash = "", ExpiresAt = Noon, UsedAt = used ? Noon.AddHours(-1) : null };

        Assert.Equal(expected, invitation.StateAt(Noon.AddMinutes(minutesPast)));
    }

    [Theory]
    [InlineData("2022-08-31", false), InlineData("2022-09-01", true), InlineData("2022-09-30", true), InlineData("2022-10-01", false)]
    public void A_membership_counts_from_its_first_to_its_last_day(string day, bool expected) =>
        Assert.Equal(expected, new Membership { From = new DateOnly(2022, 9, 1), Until = new DateOnly(2022, 9, 30) }.IsIn(DateOnly.Parse(day)));

    [Fact]
    public void A_membership_without_dates_always_counts() => Assert.True(new Membership().IsIn(new DateOnly(1999, 1, 1)));
}
