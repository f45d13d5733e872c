using EvalGate.Commands;
using EvalGate.Html;

namespace EvalGate.Tool.Printing;

/// <summary>A judged run as the page that browsers show.</summary>
internal static class HtmlPage
{
    public static void Write(JudgedRun judged, Stream output) => HtmlReport.Write(
        new()
        {
            Verdict = judged.Verdict,
            Metrics = judged.Loaded.Suite.Metrics,
            Cases = judged.Cases,
            History = judged.History(),
            Snapshots = judged.Snapshots().ToDictionary(s => s.Key, s => new SnapshotTexts(s.Value.Approved ?? "", s.Value.Received), StringComparer.Ordinal),
        },
        output);
}
