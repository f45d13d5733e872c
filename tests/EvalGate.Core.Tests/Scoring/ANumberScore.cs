using System.Text.Json;

namespace EvalGate.Core.Tests.Scoring;

public static class ANumberScore
{
    [Theory]
    [InlineData("72", 72)]
    [InlineData("So she sold 48 + 24 = 72 clips.\n#### 72", 72)]
    [InlineData("The total is $1,234.50.", 1234.5)]
    [InlineData("Macht 1.234,50 €", 1234.5)]
    [InlineData("Macht 3,5 Stunden", 3.5)]
    [InlineData("1 234 567 people", 1234567)]
    [InlineData("1\u202F234,5 km", 1234.5)]
    [InlineData("1'234'567.89 Fr.", 1234567.89)]
    [InlineData("1,234", 1234)]
    [InlineData("1.234", 1.234)]
    [InlineData("0,125", 0.125)]
    [InlineData("12345,678", 12345.678)]
    [InlineData("1,2345", 1.2345)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("In 2024 100 were sold", 100)]
    [InlineData("version 1.2.3", 3)]
    [InlineData("10,20,30", 30)]
    [InlineData("-5", -5)]
    [InlineData("\u22125 degrees", -5)]
    [InlineData("+5", 5)]
    [InlineData("x = -0.5", -0.5)]
    [InlineData("pages 3-5", 5)]
    [InlineData("COVID-19", 19)]
    [InlineData("6.02e23", 6.02e23)]
    [InlineData("1E-3", 0.001)]
    [InlineData("2e", 2)]
    [InlineData("50%", 50)]
    [InlineData("3.", 3)]
    [InlineData("- 3", 3)]
    public static void ReadsTheLastNumberOfAText(string output, double number)
    {
        Assert.Equal(1, Scored.By("number", JsonSerializer.Serialize(output), JsonSerializer.Serialize(number)));
        Assert.Equal(0, Scored.By("number", JsonSerializer.Serialize(output), JsonSerializer.Serialize((2 * number) + 1)));
    }

    [Theory]
    [InlineData("\"none\"", "1", 0)]
    [InlineData("\"\"", "1", 0)]
    [InlineData("null", "0", 0)]
    [InlineData("72", "\"72\"", 1)]
    [InlineData("72.0", "72", 1)]
    [InlineData("1e400", "1", 0)]
    [InlineData("\"1e999\"", "1e400", 0)]
    [InlineData("true", "1", 0)]
    public static void ComparesByValue(string output, string expected, double score) => Assert.Equal(score, Scored.By("number", output, expected));

    [Theory]
    [InlineData("10.5", "10", "0.5", "0", 1)]
    [InlineData("10.51", "10", "0.5", "0", 0)]
    [InlineData("9.5", "10", "0.5", "0", 1)]
    [InlineData("101", "100", "0", "0.01", 1)]
    [InlineData("102", "100", "0", "0.01", 0)]
    [InlineData("-101", "-100", "0", "0.01", 1)]
    [InlineData("103", "100", "3", "0.01", 1)]
    [InlineData("0.1", "0", "0", "0.5", 0)]
    public static void AllowsAnAbsoluteAndARelativeTolerance(string output, string expected, string tolerance, string relative, double score) =>
        Assert.Equal(score, Scored.By("number", output, expected, ("tolerance", tolerance), ("relative", relative)));

    [Fact]
    public static void DoesNotApplyWithoutAnExpectedNumberAndRefusesATextThatIsNone()
    {
        Assert.Null(Scored.By("number", "1", null));
        Assert.Equal("'expected' holds no number", Scored.Refusal("number", "1", "\"many\""));
    }
}
