using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Xunit;

/// <summary>When the test of one case fails: on errors, on a missed <c>must</c>, and on a snapshot that blocks. Never on a wrong answer alone.</summary>
internal static class CaseVerdict
{
    private const int LongestMessage = 500;

    public static void Throw(Suite suite, Case @case, IReadOnlyList<RunRecord> records, CaseSnapshot? snapshot, DateOnly today)
    {
        var problems = records.SelectMany(ErrorsOf).Concat(Exempt(@case, today) ? [] : records.SelectMany(r => MissesOf(suite, r)))
            .Distinct(StringComparer.Ordinal).ToArray();
        if (snapshot is { Blocks: true })
        {
            throw new VerifyException(string.Join('\n', problems.Prepend(snapshot.Message)));
        }

        if (problems.Length > 0)
        {
            throw new EvalCaseException($"{suite.Name} [{ShownText.Of(@case.Id)}] {string.Join('\n', problems)}\n{@case.Place}");
        }
    }

    private static IEnumerable<string> ErrorsOf(RunRecord record) => record.Errors.Select(e => e.Kind switch
    {
        ErrorKind.Scorer => $"error of the scorer of '{e.Metric}': {Clean(e)}",
        ErrorKind.Timeout => $"timed out: {e.Message}",
        ErrorKind.Infrastructure => $"error around the subject: {Clean(e)}",
        ErrorKind.Case => $"error in the case: {Clean(e)}",
        _ => $"error of the subject: {Clean(e)}",
    });

    private static string Clean(EvalError error) => ShownText.Of(error.Message, LongestMessage);

    private static IEnumerable<string> MissesOf(Suite suite, RunRecord record) =>
        from metric in suite.Metrics
        where metric.Must is not null && record.Scores.TryGetValue(metric.Name, out var score) && !MustRule.Holds(metric, score)
        select $"missed 'must': {metric.Name} is {Figures.Value(metric, record.Scores[metric.Name]!.Value)}, demanded "
            + $"{(metric.Better == Direction.Higher ? "at least" : "at most")} {Figures.Value(metric, (double)metric.Must!.Value)}";

    private static bool Exempt(Case @case, DateOnly today) => @case.Quarantine is { } quarantine && today <= quarantine.Expires;
}
