using EvalGate.Model;

namespace EvalGate.Suites.Tests.Reading;

public static class AFileOfWeights
{
    private static readonly Suite Suite = SuiteText.Suite(SuiteText.Small + "slices: [language, category]\nweights: mix.csv\n");

    [Fact]
    public static void IsNamedByTheSuite() =>
        Assert.Equal((new Gating.MixFile("mix.csv", new(SuiteText.File, 7, 10)), null), (Suite.MixFile, Suite.Mix));

    [Theory]
    [InlineData("mix.json", """{ "language": { "en": 0.6, "de": "30%", "fr, ch": 0.1 } }""")]
    [InlineData("mix.json", "{\n\t\"language\": {\n\t\t\"en\": \"60%\",\n\t\t\"de\": 0.3,\n\t\t\"fr, ch\": 0.1\n\t}\n}\n")]
    [InlineData("mix.csv", "language,share\nen,60%\nde,0.3\n\"fr, ch\",10%\n")]
    [InlineData("mix.csv", "\uFEFFlanguage, share of traffic\r\n\r\nen , 0.6\r\nde,30%\r\n\"fr, ch\",0.1")]
    public static void HoldsTheSharesOfAnAttribute(string file, string text)
    {
        var reading = new YamlLanguage().ReadMix(text, "evals/" + file, [.. Suite.Attributes.Select(a => a.Name)]);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal("language", reading.Mix!.Attribute);
        Assert.Equal([("de", 0.3m), ("en", 0.6m), ("fr, ch", 0.1m)], reading.Mix.Shares.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)));
    }

    [Theory]
    [InlineData("mix.csv", "", "(1,1): error EG1006: the file is empty; it holds shares by value of an attribute.")]
    [InlineData("mix.json", "", "(1,1): error EG1006: the file is empty; it holds shares by value of an attribute.")]
    [InlineData("mix.json", "[1, 2]", "(1,1): error EG1008: 'weights' must be a map (key: value), found a list.")]
    [InlineData("mix.csv", "language,share\nen,60%\nde\n", "(3): error EG1109: the line does not have two columns; write lines such as en,70% below the head language,share.")]
    [InlineData("mix.csv", "language,share\nen,60%\nen,40%\n", "(3,1): error EG1007: 'en' is there twice. Remove one.")]
    [InlineData("mix.csv", "language,share\nen,60%\nde,much\n", "(3,4): error EG1008: the weight of 'de' is 'much'; write a share such as 12% or 0.12.")]
    [InlineData("mix.csv", "language,share\nen,60%\nde,20%\n", "(1,1): error EG1009: the weights of 'language' add up to 80%; they are shares of all traffic, so 100% is needed.")]
    [InlineData("mix.csv", "langage,share\nen,100%\n", "(1,1): error EG1011: there is no slice attribute 'langage'; there are language, category. Did you mean 'language'?")]
    [InlineData("mix.csv", "language,share\n", "(1,1): error EG1009: the weights of 'language' add up to 0%; they are shares of all traffic, so 100% is needed.")]
    public static void ThatIsWrongIsReportedAtItsPlace(string file, string text, string mistake)
    {
        var reading = new YamlLanguage().ReadMix(text, "evals/" + file, [.. Suite.Attributes.Select(a => a.Name)]);

        Assert.Null(reading.Mix);
        Assert.Equal($"evals/{file}{mistake}", string.Join('\n', reading.Diagnostics.Select(d => d.ToString())));
    }
}
