using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Cases that ran and that a verdict is to be made without.</summary>
internal static class LeftOutCases
{
    /// <summary>The same without them: they are as good as retired.</summary>
    public static JudgeInput Without(JudgeInput input)
    {
        var ids = input.LeftOut.ToHashSet(StringComparer.Ordinal);
        return ids.Count == 0 ? input : input with { Cases = [.. input.Cases.Select(c => ids.Contains(c.Id) ? c with { Status = CaseStatus.Retired, RetiredReason = "left out" } : c)] };
    }

    /// <summary>The same without what came of them, in the run and in the baseline: what figures are made of that pair nothing.</summary>
    public static JudgeInput Counted(JudgeInput input)
    {
        var ids = input.LeftOut.ToHashSet(StringComparer.Ordinal);
        return ids.Count == 0 ? input : input with
        {
            Run = input.Run with { Records = [.. input.Run.Records.Where(r => !ids.Contains(r.CaseId))] },
            Baseline = input.Baseline is { } baseline ? baseline with { Cases = [.. baseline.Cases.Where(c => !ids.Contains(c.Id))] } : null,
        };
    }

    /// <summary>Those that were left out are not those that somebody retired.</summary>
    public static Unpaired Unpaired(JudgeInput input, Unpaired unpaired) =>
        unpaired with { Retired = [.. unpaired.Retired.Where(id => !input.LeftOut.Contains(id))] };
}
