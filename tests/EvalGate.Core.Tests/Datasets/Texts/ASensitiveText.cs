using EvalGate.Datasets;

namespace EvalGate.Core.Tests.Datasets.Texts;

public static class ASensitiveText
{
    [Theory]
    [InlineData("mail me at jane.doe@gmail.com or call +49 171 2345678", "mail me at [email] or call [phone]")]
    [InlineData("card 4111 1111 1111 1111, not 4111 1111 1111 1112", "card [card], not 4111 1111 1111 1112")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00.", "IBAN [iban].")]
    [InlineData("GB82WEST12345698765432", "[iban]")]
    [InlineData("order 4029357733 of 2026-10-31 at 12:30", "order 4029357733 of 2026-10-31 at 12:30")]
    [InlineData("password: hunter22!", "[password]")]
    [InlineData("support@example.com", "support@example.com")]
    [InlineData("", "")]
    public static void IsTakenOut(string text, string expected) => Assert.Equal(expected, SensitiveText.Usual.Redact(text));

    [Fact]
    public static void MayBeOfAKindOfOnesOwn() =>
        Assert.Equal("order [order] please", SensitiveText.Usual.With([new("order", "NL-[0-9]{6}")]).Redact("order NL-123456 please"));

    [Fact]
    public static void IsASecretOrPersonal()
    {
        var spans = SensitiveText.Usual.Find("a@b.com ghp_abcdefghijklmnopqrstuvwxyz0123456789");

        Assert.Equal([("email", false), ("github-token", true)], spans.Select(s => (s.Kind.Name, s.Kind.IsSecret)));
    }
}
