using EvalGate.Gating;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary>The verdicts that users meet, by name; an approved text is called after its scene.</summary>
internal static class Scene
{
    private static readonly SortedDictionary<string, Lazy<SuiteVerdict>> All = new(
        new[] { ChangeScenes.All, HistoryScenes.All, LevelScenes.All, SampleScenes.All, UnjudgedScenes.All, JudgeScenes.All, LayoutScenes.All }.SelectMany(s => s)
            .ToDictionary(s => s.Key, s => new Lazy<SuiteVerdict>(s.Value)),
        StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>The scenes that are about verdicts, not about layout.</summary>
    public static IEnumerable<string> OfVerdicts => All.Keys.Except(LayoutScenes.All.Keys, StringComparer.Ordinal);

    public static SuiteVerdict Of(string name) => All[name].Value;
}
