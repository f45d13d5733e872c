namespace EvalGate.Suites.Tests.Reading;

public static class TheWeightsOfTheSuite
{
    [Fact]
    public static void AreSharesOfAnAttributeThatAddUpToOne()
    {
        var mix = SuiteText.Suite(SuiteText.Small + "slices: [language]\nweights: { language: { en: 60%, de: 0.3, fr: 10% } }\n").Mix!;

        Assert.Equal("language", mix.Attribute);
        Assert.Equal([("de", 0.3m), ("en", 0.6m), ("fr", 0.1m)], mix.Shares.OrderBy(s => s.Key).Select(s => (s.Key, s.Value)));
    }

    [Fact]
    public static void MayBeRoundedToWholePercents()
    {
        var mix = SuiteText.Suite(SuiteText.Small + "slices: [language]\nweights: { language: { en: 33%, de: 33%, fr: 33% } }\n").Mix!;

        Assert.Equal(1, mix.Shares.Values.Sum(), 20);
    }

    [Theory]
    [InlineData("{ language: { en: 60%, de: 20% } }", "(7,22): error EG1009: the weights of 'language' add up to 80%; they are shares of all traffic, so 100% is needed.")]
    [InlineData("{ language: { en: 1.2, de: many } }", "(7,28): error EG1008: the weight of 'en' is '1.2'; write a share such as 12% or 0.12.\n(7,37): error EG1008: the weight of 'de' is 'many'; write a share such as 12% or 0.12.")]
    [InlineData("{ langage: { en: 100% } }", "(7,12): error EG1011: there is no slice attribute 'langage'; there are language. Did you mean 'language'?")]
    [InlineData("{ language: { en: 100% }, category: { a: 100% } }", "(7,10): error EG1008: 'weights' names one attribute: { language: { en: 70%, de: 30% } }.")]
    [InlineData("half", "(7,10): error EG1008: 'weights' is 'half': write shares such as { language: { en: 70%, de: 30% } }, or a .json or .csv file that holds them.")]
    [InlineData("../mix.csv", "(7,10): error EG1008: 'weights' is '../mix.csv': the path must not leave its folder ('..').")]
    [InlineData("mixes/mix.csv", "(7,10): error EG1008: 'weights' is 'mixes/mix.csv': the file must stand beside the suite.")]
    [InlineData("[mix.csv]", "(7,10): error EG1008: 'weights' must be a map (key: value), found a list.")]
    [InlineData("~", "(7,10): error EG1008: 'weights' must be a map (key: value), found nothing.")]
    public static void ThatAreWrongAreReported(string weights, string mistakes) =>
        Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + $"slices: [language]\nweights: {weights}\n"));
}
