using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>Which components changed: open where something did, since that is where to look.</summary>
internal static class MarkdownStack
{
    private const string Head = "| Component | Baseline | Candidate |\n|:--|:--|:--|\n";
    private const int MostShown = 20;
    private const int LongestName = 80;

    public static string Of(SuiteVerdict verdict, int budget)
    {
        var changed = verdict.Stack.Where(s => s.Changed).ToArray();
        if (changed.Length == 0 || verdict.BaselineDate is null)
        {
            return "";
        }

        var title = "### What changed in the stack\n\n";
        var same = verdict.Stack.Where(s => !s.Changed).Select(s => MarkdownText.Name(s.Name, LongestName)).ToArray();
        string[] rows = [.. changed.Select(Row), .. same.Length == 0 ? [] : new[] { $"| {Phrases.Some(same, MostShown)} | unchanged | |\n" }];
        var sentence = changed.Length == 1 ? "" : "\nSeveral changed at once: the verdict cannot tell which did it.\n";
        var table = MarkdownTable.Of(Head, rows, MostShown, budget - title.Length - sentence.Length);
        return table.Length == 0 ? "" : title + table + sentence;
    }

    private static string Row(StackChange s) => $"| {MarkdownText.Name(s.Name, LongestName)} | {Value(s.Baseline)} | {Value(s.Candidate)} |\n";

    private static string Value(string? value) => value is null ? "–" : MarkdownText.Name(StackWords.Fingerprint(value), LongestName);
}
