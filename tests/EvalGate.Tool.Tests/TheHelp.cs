namespace EvalGate.Tool.Tests;

public sealed class TheHelp : IDisposable
{
    private readonly Workplace _place = new();

    public static TheoryData<string> Commands { get; } =
    [
        "", "gate", "accept", "report", "compare", "sums", "ab", "plan", "validate", "merge", "init", "schema", "github", "github publish", "github accept", "github baseline", "snapshots",
        "snapshots status", "snapshots review", "snapshots accept", "snapshots reject", "snapshots pull", "snapshots check", "snapshots prune", "snapshots mv",
        "recordings", "recordings status", "recordings prune", "recordings refresh",
        "cases", "cases lint", "cases add", "cases promote", "cases retire", "cases quarantine", "cases restore", "cases relabel", "cases diff", "cases log", "cases stats",
        "leakage", "coverage", "labels", "labels sheet", "labels read", "labels report", "outcomes", "shadow", "shadow compare",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void TeachesWithinEightyColumns(string command)
    {
        var text = _place.Run($"{command} --help").Exits(0).Out;

        Assert.All(text.Split('\n'), l => Assert.True(l.Length <= 80, l));
        Approved.Is($"help{(command.Length == 0 ? "" : $"-{command.Replace(' ', '-')}")}.txt", text);
    }

    [Theory]
    [InlineData("", "error: Required command was not provided.|Try: evalgate --help")]
    [InlineData("comparr", "error: there is no command 'comparr'; there are gate, accept, report, compare, sums, ab, plan, validate, merge, snapshots, recordings, cases, leakage, coverage, labels, outcomes, shadow, init, schema, github. Did you mean 'compare'?|Try: evalgate --help")]
    [InlineData("compare", "error: Required argument 'BASE' missing for command: 'compare'.|error: Required argument 'CANDIDATE' missing for command: 'compare'.|Try: evalgate compare --help")]
    [InlineData("github publish --key a/b", "error: --key takes up to 64 letters, digits, dots, dashes and underscores.|Try: evalgate github publish --help")]
    public void IsPointedToByMistakes(string arguments, string expected) => _place.Run(arguments).Exits(3).Complains(expected.Split('|'));

    [Theory]
    [InlineData("val", "validate")]
    [InlineData("compare --de", "--decide")]
    [InlineData("gate to", "toy")]
    public void IsCompletedByTheShell(string typed, string expected)
    {
        AProject.In(_place);

        Assert.Contains(expected, _place.Run([FormattableString.Invariant($"[suggest:{typed.Length}]"), typed]).Exits(0).Out.Split('\n'));
    }

    [Fact]
    public void KnowsTheVersion() => Assert.Equal(ToolVersion.Text + "\n", _place.Run("--version").Exits(0).Out);

    public void Dispose() => _place.Dispose();
}
