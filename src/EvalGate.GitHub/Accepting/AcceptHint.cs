using System.Globalization;
using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.GitHub;

/// <summary>What a comment says of how its result can be accepted.</summary>
internal static class AcceptHint
{
    private const int Listed = 20;
    private const int LongestName = 80;

    /// <summary>The section; empty when nothing can be accepted.</summary>
    public static string Of(string code, IReadOnlyList<SuiteVerdict> verdicts)
    {
        var items = AcceptableItem.Of(verdicts);
        var waiting = verdicts.Sum(v => v.Tally?.Pending ?? 0);
        if (items.Count == 0 && waiting == 0)
        {
            return "";
        }

        var list = string.Concat(items.Take(Listed).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"- {i.Number}: {MarkdownText.Name(i.Suite, LongestName)}, {MarkdownText.Name(i.Comparison.Metric.Name, LongestName)} in {MarkdownText.Name(i.Comparison.Slice.ToString(), LongestName)}\n")));
        var more = items.Count > Listed ? string.Create(CultureInfo.InvariantCulture, $"- … and {items.Count - Listed} more\n") : "";
        var slices = items.Count == 0 ? "" : " --slices 1";
        var snapshots = waiting == 0 ? "" : " --snapshots A";
        return $"""

            <details><summary>Accept this result</summary>

            Someone who may write to this repository can accept exactly this result in a comment. The code names the result, so it stops working as soon as the result changes.

            {list}{more}
            ```text
            /evalgate accept {code}{slices}{snapshots} --reason "why"
            ```

            </details>

            """.ReplaceLineEndings("\n");
    }
}
