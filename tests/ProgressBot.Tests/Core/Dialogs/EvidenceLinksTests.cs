using ProgressBot.Core.Dialogs.Answers;

namespace ProgressBot.Tests.Core.Dialogs;

/// <summary>Where an address begins and ends in what people write.</summary>
public sealed class EvidenceLinksTests
{
    [Theory]
    [InlineData("报道 https://news.example/a.html", "https://news.example/a.html")]
    [InlineData("https://x.example/2022/9.pdf谢谢", "https://x.example/2022/9.pdf")]
    [InlineData("https://x.example谢谢", "https://x.example")]
    [InlineData("https://x.example/id=123请查收", "https://x.example/id=123")]
    [InlineData("见https://x.example/a，https://x.example/b。", "https://x.example/a", "https://x.example/b")]
    [InlineData("https://x.example/1.pdf和https://x.example/2.pdf都是", "https://x.example/1.pdf", "https://x.example/2.pdf")]
    [InlineData("https://x.example/ahttps://x.example/b", "https://x.example/a", "https://x.example/b")]
    [InlineData("https://x.example/关于印发方案的通知.pdf已发", "https://x.example/关于印发方案的通知.pdf")]
    [InlineData("https://x.example/通知", "https://x.example/通知")]
    [InlineData("https://x.example/list?q=山海协作", "https://x.example/list?q=山海协作")]
    [InlineData("www.hangzhou.example/a.shtml谢谢", "http://www.hangzhou.example/a.shtml")]
    [InlineData("在mp.weixin.qq.com/s/Ab_c-1上", "http://mp.weixin.qq.com/s/Ab_c-1")]
    [InlineData("（链接：https://x.example/a）", "https://x.example/a")]
    [InlineData("<https://x.example/a>", "https://x.example/a")]
    [InlineData("HTTPS://X.example/A", "HTTPS://X.example/A")]
    [InlineData("https://x.example/a https://x.example/a", "https://x.example/a")]
    [InlineData("https://x.example/a...", "https://x.example/a")]
    [InlineData("签到表.docx")]
    [InlineData("写信到 wang@mail.gov.cn/ 吧")]
    [InlineData("增长3.5/年")]
    [InlineData("")]
    public void An_address_is_found_without_the_words_around_it(string text, params string[] links) =>
        Assert.Equal(links, EvidenceLinks.Find(text).Select(link => link.Url));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://x.example/a")]
    [InlineData("https://谢谢")]
    public void What_is_no_page_is_found_and_is_no_evidence(string text) =>
        Assert.False(EvidenceLinks.IsUsable(Assert.Single(EvidenceLinks.Find(text)).Url));

    [Fact]
    public void A_message_without_its_addresses_keeps_every_other_word() =>
        Assert.Equal("卡在批复，见  和 谢谢", EvidenceLinks.Without("卡在批复，见 https://x.example/a.pdf 和 www.x.example/b.pdf谢谢"));

    [Fact]
    public void Every_address_is_where_it_is_said_to_be()
    {
        const string text = "一 https://x.example/a.pdf二www.x.example/b，三";
        Assert.Equal(["https://x.example/a.pdf", "www.x.example/b"], EvidenceLinks.Find(text).Select(link => text[link.Start..link.End]));
    }
}
