using EvalGate.Calibration.Measuring;
using EvalGate.Calibration.Rules;

namespace EvalGate.Calibration.Tests;

public sealed class TheQuickStudy : IClassFixture<TheQuickStudy.Rows>
{
    private readonly Rows _study;

    public TheQuickStudy(Rows study) => _study = study;

    [Fact]
    public void KeepsEveryBar()
    {
        var bars = new Bars(Study.Rules, _study.All);

        Assert.Empty(bars.FalseBlocks);
        Assert.Empty(bars.WrongAssurances);
        Assert.Empty(bars.LacksOfPower);
        Assert.True(bars.AreKept);
    }

    [Fact]
    public void AsksEveryQuestion() =>
        Assert.Equal(Enum.GetValues<Question>(), _study.All.Select(row => row.Question).Distinct().Order());

    [Fact]
    public void ShowsWhatPeersDo()
    {
        // Any drop blocks nearly every unchanged candidate; fixed drops many; and all of them call lost slices fine.
        var unchanged = _study.All.First(row => row.Question == Question.FalseBlock && row.Setting.Contains("300 cases", StringComparison.Ordinal));

        Assert.InRange(unchanged.Rates["any drop"].Value, 0.9, 1);
        Assert.InRange(unchanged.Rates["drop ≥ 5 pp"].Value, 0.4, 1);
        Assert.InRange(unchanged.Rates["z, unadjusted"].Value, 0.15, 1);
        Assert.Contains(_study.All, row => row.Question == Question.WrongAssurance && row.Rates["Wald"].Value > 0.15);
    }

    [Fact]
    public void WritesATableWithALinePerRow()
    {
        var report = new Report(Study.Rules, _study.All, Effort.Quick).ToString();

        Assert.Equal(_study.All.Count + 2 + 5, report.Split('\n').Count(line => line.StartsWith('|')));
        Assert.Contains("| false block at most 5 % | 8 |", report, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", report, StringComparison.Ordinal);
    }

    [Fact]
    public void PutsTheRuleUnderTestFirst() => Assert.Equal(RuleKind.UnderTest, Study.Rules[0].Kind);

    public sealed class Rows
    {
        public IReadOnlyList<Row> All { get; } = new Study(Effort.Quick, isQuick: true).Run(_ => { });
    }
}
