using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class DifferentCases : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void AreComparedByTheirPassRates()
    {
        Write("base", 120, i => i < 90 ? 1 : 0);
        Write("new", 100, i => i < 54 ? 1 : 0);

        Approved.Is("compare-unpaired.txt", Run("--max-drop 2pp").Exits(1).Out);

        // By golden-section search of the likelihood and bisection of the score, in double precision; p with one more baseline case that fails.
        var overall = Overall("--max-drop 2pp");
        Assert.Equal((100, 120), (overall.GetProperty("n").GetInt32(), overall.GetProperty("baseline_n").GetInt32()));
        Assert.Equal(0.0007948130072965944, overall.GetProperty("p").GetDouble(), 1e-9);
        Assert.Equal(-0.31283050239973, overall.GetProperty("interval")[0].GetDouble(), 1e-6);
        Assert.Equal(-0.104076564770691, overall.GetProperty("interval")[1].GetDouble(), 1e-6);
    }

    [Fact]
    public void AreComparedByTheirMeans()
    {
        Write("base", 40, i => 1 + i % 5);
        Write("new", 30, i => 1 + i % 4);

        // Welch's t of the same numbers and one more baseline case of grade 1, Student's tail by Simpson's rule.
        var overall = Overall("--range correct=1..5 --max-drop 0.1");
        Assert.Equal(0.04795908420485495, overall.GetProperty("p").GetDouble(), 1e-9);
        Assert.Equal("ordinal", overall.GetProperty("kind").GetString());
    }

    [Fact]
    public void AreHeldWhenTheyAreShownToBeNoWorse()
    {
        Write("base", 900, i => i % 10 == 0 ? 0 : 1);
        Write("new", 800, i => i % 10 == 0 ? 0 : 1);

        Run("--max-drop 5pp").Exits(0).Says("compare: held");
        Run("--max-drop 5pp --better lower").Exits(3);
        Run("--max-rise 5pp --better lower").Exits(0).Says("compare: held");
        Run("--max-drop 1pp").Exits(0).Says("compare: clear – nothing looks worse than chance on 800 cases");
    }

    [Fact]
    public void AreNeverCalledIdentical()
    {
        Write("base", 30, _ => 1);
        Write("new", 30, _ => 1);

        Assert.DoesNotContain("identical", Run("--max-drop 1pp").Exits(0).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--max-drop 2pp --slices language", 1)]
    [InlineData("--at-least 0.95", 1)]
    [InlineData("--at-least 0.5", 0)]
    [InlineData("--max-drop 60pp", 0)]
    public void AreHeldAgainstWhatIsDemanded(string demands, int exit)
    {
        _place.Write("base.csv", "id,language,correct\n" + string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"b{i},{(i % 4 == 0 ? "de" : "en")},1\n"))));
        _place.Write("new.csv", "id,language,correct\n" + string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"c{i},{(i % 4 == 0 ? "de" : "en")},{(i % 8 == 0 ? 0 : 1)}\n"))));

        Run(demands).Exits(exit);
    }

    [Fact]
    public void LeaveASliceUnjudgedThatOneSideLacks()
    {
        _place.Write("base.csv", "id,language,correct\na,de,1\nb,fr,1\n");
        _place.Write("new.csv", "id,language,correct\nc,de,1\nd,en,1\n");

        Run("--max-drop 2pp --slices language").Exits(2).Says("language=fr: correct: one side has no case here");
        Assert.DoesNotContain("language=en", Run("--max-drop 2pp --slices language --json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void MayBeRepeatedButNotGrouped()
    {
        _place.Write("base.csv", "id,chat,correct\na,x,1\na,x,0\nb,y,1\nb,y,0\nc,y,1\n");
        _place.Write("new.csv", "id,chat,correct\nd,x,1\ne,y,0\ne,y,1\n");

        Run("--max-drop 2pp --repetitions").Exits(0);
        Run("--max-drop 2pp --group chat --repetitions").Exits(3)
            .Complains("--unpaired --group: error EG1008: cases of a group depend on each other, and the tests of different cases assume that none do: leave one of the two out.");
    }

    public void Dispose() => _place.Dispose();

    private void Write(string name, int count, Func<int, int> score) =>
        _place.Write($"{name}.csv", "id,correct\n" + string.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{name}-{i},{score(i)}\n"))));

    private Outcome Run(string demands) => _place.Run($"compare base.csv new.csv --metric correct --unpaired {demands}");

    private JsonElement Overall(string demands)
    {
        using var document = JsonDocument.Parse(Run($"{demands} --json").Out);
        return document.RootElement.GetProperty("comparisons")[0].Clone();
    }
}
