using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Suites;

namespace EvalGate.Tool.Tests;

public sealed class AnAbSession : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData(130, 1, "latency_ms A/B", "REGRESSED")]
    [InlineData(100, 0, "latency_ms A/B", "clear")]
    public void IsMadeOnceForEachProjectAndJudged(double candidate, int exit, params string[] says)
    {
        var project = Timed();
        _place.Run("accept --yes").Exits(0);
        var sessions = new List<(string, string)>();

        var outcome = _place.Run("ab --variant old", t => t with
        {
            RunVariants = (folder, variant) =>
            {
                sessions.Add((folder, variant));
                Record(project, 2, variant, candidate);
            },
        });

        outcome.Exits(exit).Says(says);
        Assert.Equal((_place.Folder, "old"), Assert.Single(sessions));
    }

    [Fact]
    public void IsNotMadeWhereNothingAsksForIt()
    {
        AProject.In(_place);

        var outcome = _place.Run("ab", t => t with { RunVariants = (_, _) => Assert.Fail("nobody asked") }).Exits(3);

        Assert.Contains("error EG1006: no suite here asks how a duration changed. Add a rule such as { metric: latency_ms, max_rise: 10% }.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void IsNotMadeAgainstTheCandidateItself()
    {
        Timed();

        var outcome = _place.Run("ab --variant candidate", t => t with { RunVariants = (_, _) => Assert.Fail("it is the same") }).Exits(3);

        Assert.Contains("error EG1008: EVALGATE_AB is 'candidate'; it names the variant to compare with", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysThatNothingCameOfIt()
    {
        Timed();

        var outcome = _place.Run("ab").Exits(3);

        Assert.Contains("the tests made no run of 'toy' against 'baseline'. Build the project first (dotnet build), and see what 'dotnet test' says.", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    /// <summary>A project with a rule on the change of a duration, and a run to accept.</summary>
    private AProject Timed()
    {
        var project = AProject.In(_place);
        var suite = _place.Read("evals/toy.eval.yaml").Replace("metrics:\n", "metrics:\n  latency_ms: { scorer: duration }\n", StringComparison.Ordinal)
            .Replace("  rules:\n", "  rules:\n    - { metric: latency_ms, max_rise: 10% }\n", StringComparison.Ordinal);
        _place.Write("evals/toy.eval.yaml", suite);
        Record(project, 1, null, 5);
        return project;
    }

    private void Record(AProject project, int hour, string? variant, double candidate)
    {
        var started = DateTimeOffset.UnixEpoch.AddHours(hour);
        var loaded = ProjectSuites.Read(_place["evals/toy.eval.yaml"], new YamlLanguage());
        using var writer = RunWriter.Create(_place[project.Runs], new()
        {
            Suite = "toy",
            RunId = $"r{hour}",
            Started = started,
            DatasetHash = Model.ContentHash.OfDataset(loaded.Cases),
            Cases = loaded.Cases.Count,
            Repetitions = 1,
            Metrics = loaded.Suite!.Scored.ToDictionary(m => m.Name, m => m.Fingerprint),
            Machine = "test",
            ToolVersion = "1.0.0",
            Variant = variant,
        });
        foreach (var (i, @case) in loaded.Cases.Index())
        {
            writer.Append(new()
            {
                CaseId = @case.Id,
                Hash = @case.Hash,
                Repetition = 1,
                Scores = new Dictionary<string, double?> { ["correct"] = 1, ["latency_ms"] = candidate + (i % 7) },
                Reference = variant is null ? null : new(100 + (i % 5), SawVariant: true, null),
            });
        }

        writer.Finish(new(writer.Records, started.AddMinutes(1), new Dictionary<string, string>()));
    }
}
