using EvalGate.Model;

namespace EvalGate.Suites.Tests.Reading;

public static class AMapOfOutcomes
{
    private const string File = "evals/support.outcomes.yaml";
    private const string Least = "files: s.csv\nsignals:\n  down: { better: lower }\n";

    [Fact]
    public static void NamesColumnsKindsDirectionsAndDelays()
    {
        var map = new YamlLanguage().ReadOutcomes(
            """
            files: [../logs/a-*.csv, ../logs/b.jsonl]
            id: request
            release: version
            time: at
            slices: [language, language * category]
            metrics: correct
            releases: releases/*.csv
            signals:
              down: { kind: binary, better: lower, column: thumb, delay: 36h }
              seconds: { kind: number, better: lower }
            """,
            File).Map!;

        Assert.Equal(["../logs/a-*.csv", "../logs/b.jsonl"], map.Files);
        Assert.Equal(("request", "version", "at", "releases/*.csv"), (map.Id, map.Release, map.Time, map.Releases));
        Assert.Equal(["language", "language|category"], map.Slices!.Select(s => string.Join('|', s)));
        Assert.Equal(["correct"], map.Metrics);
        Assert.Equal([("down", "thumb", TimeSpan.FromHours(36), MetricKind.Binary), ("seconds", "seconds", TimeSpan.Zero, MetricKind.Continuous)], map.Signals.Select(s => (s.Metric.Name, s.Column, s.Delay, s.Metric.Kind)));
    }

    [Fact]
    public static void NeedsLittle()
    {
        var map = new YamlLanguage().ReadOutcomes(Least, File).Map!;

        Assert.Equal(("id", "release", null, null, null, null), (map.Id, map.Release, map.Time, map.Slices, map.Metrics, map.Releases));
        Assert.Equal((ValueRange.Unit, Direction.Lower), (map.Signals[0].Metric.Range, map.Signals[0].Metric.Better));
    }

    [Theory]
    [InlineData("", "(1,1): error EG1006: the file is empty; it needs 'files:' and 'signals:'.")]
    [InlineData("a: 1\n", "(1,1): error EG1006: the map needs 'files:', such as ../production/signals-*.csv.|(1,1): error EG1006: the map needs 'signals:'.|(1,1): error EG1004: the map has no key 'a'; there are files, id, metrics, release, releases, signals, slices, time.")]
    [InlineData("files: /etc/passwd\nsignals: { down: { better: lower } }\n", "(1,8): error EG1008: 'files' is '/etc/passwd': write a path relative to this file, with forward slashes.")]
    [InlineData("files: s.csv\nsignals: {}\n", "(2,10): error EG1006: 'signals' is empty; name at least one, such as thumbs_down: { kind: binary, better: lower }.")]
    [InlineData("files: s.csv\nsignals: { down: { kind: binary } }\n", "(2,18): error EG1006: signal 'down' needs 'better:'.")]
    [InlineData("files: s.csv\nsignals: { down: { kind: odd, better: lower } }\n", "(2,26): error EG1008: 'kind' is 'odd'; binary, number are allowed.")]
    [InlineData("files: s.csv\nsignals: { down: { better: lower, delay: soon } }\n", "(2,42): error EG1008: 'delay' is 'soon'; write a time with its unit up to a year, such as 36h or 7d.")]
    [InlineData("files: s.csv\nsignals: { down: { better: lower, delay: 7d } }\n", "(2,42): error EG1006: a delay needs 'time:', the column that says when a request was.")]
    [InlineData("files: s.csv\nsignals: { down: 3 }\n", "(2,18): error EG1008: signal 'down' must be a map (key: value), found '3'.")]
    public static void ThatIsWrongIsReportedAtItsPlace(string text, string mistakes)
    {
        var reading = new YamlLanguage().ReadOutcomes(text, File);

        Assert.Null(reading.Map);
        Assert.Equal(mistakes.Split('|').Select(m => File + m), reading.Diagnostics.Select(d => d.ToString()));
    }
}
