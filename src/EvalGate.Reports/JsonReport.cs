using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Reports;

/// <summary>A verdict as <c>verdict.json</c>: everything, at full precision, null where there is nothing.</summary>
public static class JsonReport
{
    /// <summary>The file's text.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Write(SuiteVerdict verdict)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteHead(json, verdict);
            WriteList(json, "metrics", Metrics(verdict), RuleJson.WriteMetric);
            WriteList(json, "rules", verdict.Rules, RuleJson.Write);
            WriteList(json, "comparisons", verdict.Comparisons, (j, c) => ComparisonJson.Write(j, c, RuleOf(verdict, c)));
            WriteList(json, "standings", verdict.Standings, WriteStanding);
            WriteList(json, "levels", verdict.Levels, WriteLevel);
            WriteList(json, "judges", verdict.Judges, JudgeJson.Write);
            WriteList(json, "findings", verdict.Findings, WriteFinding);
            WriteUnpaired(json, verdict.Unpaired);
            WriteStack(json, verdict.Stack);
            WriteSnapshots(json, verdict.Tally);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>0 nothing blocks, 1 blocked, 2 not judged.</summary>
    /// <param name="verdict">The verdict.</param>
    public static int ExitCode(SuiteVerdict verdict) => verdict switch
    {
        { Blocks: false } => 0,
        { Verdict: Verdict.NotJudged } => 2,
        _ => 1,
    };

    private static void WriteHead(Utf8JsonWriter json, SuiteVerdict verdict)
    {
        json.WriteString("evalgate", "verdict");
        json.WriteNumber("version", 1);
        json.WriteString("suite", verdict.Suite);
        json.WriteString("verdict", VerdictWord.Json(verdict.Verdict));
        json.WriteNumber("exit", ExitCode(verdict));
        json.WriteString("headline", Headline.Of(verdict));
        json.WriteString("not_judged", verdict.WholeRun?.Message);
        json.WriteString("not_judged_kind", verdict.WholeRun is { } reason ? JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.Kind.ToString()) : null);
        json.WriteString("remedy", verdict.WholeRun?.Remedy);
        json.WriteNumber("cases", verdict.Cases);
        json.WriteNumber("errors", verdict.Errors);
        json.WriteString("run", verdict.RunId);
        WriteIds(json, "pooled_runs", verdict.PooledRuns);
        json.WriteString("commit", verdict.Commit);
        json.WriteString("baseline_commit", verdict.BaselineCommit);
        if (verdict.BaselineDate is { } date)
        {
            json.WriteString("baseline_date", date);
        }
        else
        {
            json.WriteNull("baseline_date");
        }
    }

    /// <summary>The metrics that anything here is about, each once.</summary>
    private static Metric[] Metrics(SuiteVerdict verdict) =>
        [.. verdict.Comparisons.Select(c => c.Metric).Concat(verdict.Levels.Select(l => l.Metric)).Concat(verdict.Judges.Select(j => j.Metric)).DistinctBy(m => m.Name)];

    /// <summary>Where a comparison's rule stands in the list of rules.</summary>
    private static int RuleOf(SuiteVerdict verdict, Comparison comparison) =>
        Enumerable.Range(0, verdict.Rules.Count).First(i => verdict.Rules[i].Rule == comparison.Rule);

    private static void WriteStanding(Utf8JsonWriter json, SliceStanding standing)
    {
        json.WriteStartObject();
        ComparisonJson.WriteSlice(json, standing.Slice);
        json.WriteString("standing", standing.Standing.ToString().ToLowerInvariant());
        WriteIds(json, "better", standing.Better);
        WriteIds(json, "worse", standing.Worse);
        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, MetricLevel level)
    {
        json.WriteStartObject();
        json.WriteString("metric", level.Metric.Name);
        json.WriteString("summary", level.Metric.Summary);
        ComparisonJson.WriteSlice(json, level.Slice);
        json.WriteNumber("n", level.Cases);
        json.WriteNumber("candidate", level.Value);
        json.WriteNumberOrNull("baseline", level.Baseline);
        json.WriteString("note", level.Note);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", finding.Message);
        RuleJson.WritePlace(json, finding.Place);
        json.WriteEndObject();
    }

    private static void WriteUnpaired(Utf8JsonWriter json, Unpaired unpaired)
    {
        json.WriteStartObject("unpaired");
        WriteIds(json, "added", unpaired.Added);
        WriteIds(json, "changed", unpaired.Changed);
        WriteIds(json, "retired", unpaired.Retired);
        WriteIds(json, "vanished", unpaired.Vanished);
        json.WriteEndObject();
    }

    private static void WriteStack(Utf8JsonWriter json, IReadOnlyList<StackChange> stack)
    {
        json.WriteStartObject("stack");
        foreach (var component in stack)
        {
            json.WriteStartObject(component.Name);
            json.WriteString("baseline", component.Baseline);
            json.WriteString("candidate", component.Candidate);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSnapshots(Utf8JsonWriter json, SnapshotTally? tally)
    {
        if (tally is null)
        {
            json.WriteNull("snapshots");
            return;
        }

        json.WriteStartObject("snapshots");
        json.WriteNumber("compared", tally.Compared);
        json.WriteNumber("pending", tally.Pending);
        json.WriteNumber("blocking", tally.Blocking);
        foreach (var verdict in SnapshotTally.Verdicts)
        {
            json.WriteNumber(verdict.ToString().ToLowerInvariant(), tally.Counts[verdict]);
        }

        WriteIds(json, "orphans", tally.Orphans);
        json.WriteString("digest", tally.Digest);
        json.WriteEndObject();
    }

    internal static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyList<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
