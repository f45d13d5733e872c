using System.Globalization;
using System.Text;
using CsCheck;

namespace EvalGate.Files.Tests;

public static class AShortNumber
{
    [Fact]
    public static void IsReadToTheSameBitsAsByTheGeneralParser() => Property.HoldsFor(Gen.Select(Gen.Long[0, 999_999_999_999_999], Gen.Int[0, 15]), 2000, sample =>
    {
        var (digits, decimals) = sample;
        var text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        text = decimals == 0 ? text : text.Insert(text.Length - decimals, ".");

        if (text.Length <= 16 && !(decimals == 0 && text.Length > 15))
        {
            Assert.True(ShortDecimal.TryParse(Encoding.UTF8.GetBytes(text), out var number));
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), number);
        }
    });

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("-1")]
    [InlineData("1e5")]
    [InlineData("1,5")]
    [InlineData("1234567890123456")]
    [InlineData("12345678901234567")]
    public static void IsNothingElse(string text) => Assert.False(ShortDecimal.TryParse(Encoding.UTF8.GetBytes(text), out _));
}
