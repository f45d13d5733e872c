namespace EvalGate.Commands.Tests.Hostile;

/// <summary>The corpus of hostile input: each file is told with its place and a remedy; none crashes, hangs, or reads as green.</summary>
public static class AHostileFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, HostileFile> Corpus =
        HostileSuites.All.Concat(HostileCases.All).Concat(HostileRuns.All).Concat(HostileBaselines.All).ToDictionary(f => f.ToString());

    public static TheoryData<string> Names { get; } = [.. Corpus.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public static async Task IsToldAndNeverGreen(string name)
    {
        var outcome = await Task.Run(() => Outcome.Of(Corpus[name]), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.False(outcome.IsGreen, outcome.Text);
        Assert.Contains(Corpus[name].Told, outcome.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Screen, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public static void IsOneOfOneHundredAndNinetyThree() => Assert.Equal(
        [(Role.Suite, 68), (Role.Cases, 37), (Role.YamlCases, 16), (Role.Run, 41), (Role.Baseline, 31)],
        Corpus.Values.CountBy(f => f.Role).Select(c => (c.Key, c.Value)));
}
