using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Recordings;

/// <summary>Says why a call has no recording.</summary>
internal static class RecordingMiss
{
    private const int Most = 5;
    private const string Remedy = "Record it: EVALGATE_RECORDINGS=auto dotnet test.";

    public static string Describe(string caseId, CallKey key, JsonElement request, IReadOnlyList<RecordedCall> calls)
    {
        var own = calls.Where(c => c.Key.Repetition == key.Repetition).ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"no recording answers this call of case '{ShownText.Of(caseId)}', repetition {key.Repetition}: {Reason(key, request, calls, own)} {Remedy}");
    }

    private static string Reason(CallKey key, JsonElement request, IReadOnlyList<RecordedCall> calls, RecordedCall[] own)
    {
        if (calls.Count == 0)
        {
            return "nothing was recorded for the case.";
        }

        if (own.Length == 0)
        {
            return "nothing was recorded for the repetition.";
        }

        return key.Occurrence > 1
            ? string.Create(CultureInfo.InvariantCulture, $"the same request was recorded {Times(key.Occurrence - 1)} and is asked once more.")
            : Differences(own.Select(c => RequestDifference.Between(c.Request, request)).MinBy(d => d.Count)!);
    }

    private static string Differences(IReadOnlyList<RequestDifference> differences)
    {
        var shown = string.Join("; ", differences.Take(Most));
        var more = differences.Count > Most ? string.Create(CultureInfo.InvariantCulture, $"; and {differences.Count - Most} more") : "";
        return $"the nearest one differs in {shown}{more}.";
    }

    private static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");
}
