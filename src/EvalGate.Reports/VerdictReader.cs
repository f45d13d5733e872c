using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Snapshots;
using EvalGate.Statistics;

namespace EvalGate.Reports;

/// <summary>Reads <c>verdict.json</c> back, so that any report can be written where nothing was judged: on another machine, by a job that trusts nobody.</summary>
public static class VerdictReader
{
    private const int Deepest = 8;

    /// <summary>Reads a verdict.</summary>
    /// <param name="json">The file's text, from anywhere: a text that <see cref="JsonReport"/> would not have written is refused.</param>
    /// <returns>The verdict, from which every report is written as from the original, or why there is none. Snapshots are only counted in the file.</returns>
    public static VerdictReading Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return new(null, "it is not valid JSON");
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            return new(null, "it does not hold what a verdict holds; it was written by another version of EvalGate, or by something else");
        }
    }

    private static VerdictReading Read(JsonElement root)
    {
        if (root.Text("evalgate") != "verdict" || root.Integer("version") != 1)
        {
            return new(null, "it is no verdict of this version of EvalGate");
        }

        var exit = root.Integer("exit");
        var verdict = Whole(root, exit);
        return JsonReport.ExitCode(verdict) == exit && verdict.Blocks == Blocks(verdict)
            ? new(verdict, null)
            : new(null, "its verdict contradicts its own comparisons");
    }

    /// <summary>What follows from the parts; a whole run without rules blocks for a reason of its own.</summary>
    private static bool Blocks(SuiteVerdict verdict) =>
        verdict.WholeRun is not null || verdict.Comparisons.Count == 0 ? verdict.Blocks
        : verdict.Rules.Any(r => r.Blocks) || verdict.Comparisons.Any(c => c.Blocks) || verdict.Findings.Any(f => f.Severity == Severity.Error);

    private static SuiteVerdict Whole(JsonElement root, int exit)
    {
        var metrics = root.List("metrics", MetricOf).ToDictionary(m => m.Name, StringComparer.Ordinal);
        var rules = root.List("rules", RuleOf);
        return new()
        {
            Suite = root.Text("suite"),
            Verdict = root.Word<Verdict>("verdict"),
            Blocks = exit != 0,
            WholeRun = root.TextOrNull("not_judged") is { } reason ? new(root.Word<NotJudgedKind>("not_judged_kind"), reason, root.Text("remedy")) : null,
            Rules = rules,
            Comparisons = root.List("comparisons", c => ComparisonOf(c, metrics[c.Text("metric")], rules[c.Integer("rule")].Rule)),
            Standings = root.List("standings", s => new SliceStanding(s.Slice(), s.Word<Standing>("standing"), s.Texts("better"), s.Texts("worse"))),
            Levels = root.List("levels", l => new MetricLevel(metrics[l.Text("metric")], l.Slice(), l.Integer("n"), l.GetProperty("candidate").GetDouble(), l.NumberOrNull("baseline"), l.TextOrNull("note"))),
            Judges = root.List("judges", j => JudgeJson.Read(j, metrics[j.Text("metric")])),
            Findings = root.List("findings", f => new Diagnostic(f.Text("code"), f.Word<Severity>("severity"), f.Text("message"), f.Place())),
            Unpaired = UnpairedOf(root.GetProperty("unpaired")),
            Stack = [.. root.GetProperty("stack").EnumerateObject().Select(s => new StackChange(s.Name, s.Value.TextOrNull("baseline"), s.Value.TextOrNull("candidate")))],
            Tally = root.GetProperty("snapshots") is { ValueKind: not JsonValueKind.Null } snapshots ? TallyOf(snapshots) : null,
            Cases = root.Integer("cases"),
            Errors = root.Integer("errors"),
            RunId = root.Text("run"),
            PooledRuns = root.Texts("pooled_runs"),
            Commit = root.TextOrNull("commit"),
            BaselineCommit = root.TextOrNull("baseline_commit"),
            BaselineDate = root.TextOrNull("baseline_date") is null ? null : root.GetProperty("baseline_date").GetDateTimeOffset(),
        };
    }

    private static Metric MetricOf(JsonElement metric) => new()
    {
        Name = metric.Text("name"),
        Kind = metric.Word<MetricKind>("kind"),
        Better = metric.Word<Direction>("better"),
        Unit = metric.Text("unit"),
        Range = metric.GetProperty("range") is { ValueKind: not JsonValueKind.Null } range ? new(range[0].GetDecimal(), range[1].GetDecimal()) : null,
        Quantile = DecimalOrNull(metric.GetProperty("quantile")),
        Ratio = metric.GetProperty("ratio") is { ValueKind: not JsonValueKind.Null } ? RatioOf(metric.Texts("ratio")) : null,
        // Reports show figures and score nothing.
        Scorer = new("", false, new Dictionary<string, string>()),
        Scale = 1,
    };

    private static MetricRatio RatioOf(IReadOnlyList<string> metrics) => new(metrics[0], metrics[1]);

    private static decimal? DecimalOrNull(JsonElement number) => number.ValueKind == JsonValueKind.Null ? null : number.GetDecimal();

    private static RuleVerdict RuleOf(JsonElement rule) => new(
        new()
        {
            Metric = rule.Text("metric"),
            Bound = rule.TryGetProperty("level", out var level) ? new LevelBound(level.GetDecimal()) : new MaxChange(rule.Tolerance("max_change"), rule.Tolerance("max_change_of_slices")),
            Scope = new OverallAndSlices(),
            Decide = rule.Word<Decision>("decide"),
            Place = rule.Place(),
        },
        rule.Word<Verdict>("verdict"),
        rule.Flag("blocks"));

    private static SnapshotTally TallyOf(JsonElement snapshots) => new()
    {
        Compared = snapshots.Integer("compared"),
        Pending = snapshots.Integer("pending"),
        Blocking = snapshots.Integer("blocking"),
        Counts = SnapshotTally.Verdicts.ToDictionary(v => v, v => snapshots.Integer(v.ToString().ToLowerInvariant())),
        Orphans = snapshots.Texts("orphans"),
        Digest = snapshots.Text("digest"),
    };

    private static Unpaired UnpairedOf(JsonElement unpaired) => new()
    {
        Added = unpaired.Texts("added"),
        Changed = unpaired.Texts("changed"),
        Retired = unpaired.Texts("retired"),
        Vanished = unpaired.Texts("vanished"),
    };

    private static Comparison ComparisonOf(JsonElement c, Metric metric, Rule rule) => new()
    {
        Metric = metric,
        Slice = c.Slice(),
        Rule = rule,
        Verdict = c.Word<Verdict>("verdict"),
        Blocks = c.Flag("blocks"),
        IsAnchored = c.Flag("anchored"),
        Variant = c.TextOrNull("variant"),
        IsWithoutVote = c.Flag("without_vote"),
        SparedShare = DecimalOrNull(c.GetProperty("spared_share")),
        Weighting = c.TextOrNull("weighted_by") is { } attribute ? new(attribute, c.GetProperty("effective_n").GetDouble()) : null,
        IsTraded = c.Flag("traded"),
        IsWaived = c.Flag("waived"),
        Reason = c.TextOrNull("reason"),
        Remedy = c.TextOrNull("remedy"),
        Cases = c.Integer("n"),
        BaselineCases = c.IntegerOrNull("baseline_n"),
        Groups = c.IntegerOrNull("groups"),
        Baseline = c.NumberOrNull("baseline"),
        Candidate = c.NumberOrNull("candidate"),
        Difference = c.NumberOrNull("difference"),
        Interval = IntervalOf(c),
        PValue = c.NumberOrNull("p"),
        AdjustedPValue = c.NumberOrNull("p_adjusted"),
        Method = c.TextOrNull("method"),
        Level = c.NumberOrNull("level"),
        Tolerance = c.NumberOrNull("tolerance"),
        Gains = c.Integer("gains"),
        Losses = c.Integer("losses"),
        LosingCases = c.Texts("losing_cases"),
        IsBlind = c.Flag("blind"),
        EValue = c.NumberOrNull("e_value"),
        SmallestDetectable = c.NumberOrNull("smallest_detectable"),
        CasesNeeded = c.LongOrNull("cases_needed"),
        CasesToCatch = c.LongOrNull("cases_to_catch"),
    };

    private static ConfidenceInterval? IntervalOf(JsonElement c) => c.GetProperty("interval") is { ValueKind: not JsonValueKind.Null } interval
        ? new(interval[0].GetDouble(), interval[1].GetDouble(), c.GetProperty("confidence").GetDouble())
        : null;
}

/// <summary>A verdict that was read, or why there is none.</summary>
/// <param name="Verdict">The verdict; null if and only if there is a problem.</param>
/// <param name="Problem">What is wrong with the text, as the end of a sentence.</param>
public sealed record VerdictReading(SuiteVerdict? Verdict, string? Problem);
