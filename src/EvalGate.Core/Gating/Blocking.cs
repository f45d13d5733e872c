namespace EvalGate.Gating;

/// <summary>Which verdicts turn the build red.</summary>
internal static class Blocking
{
    public static bool Of(Rule rule, GateSettings gate, Verdict verdict) => verdict switch
    {
        Verdict.Regressed or Verdict.NotJudged => true,
        Verdict.Held => false,
        _ when rule.Decide == Decision.Proof => true,
        Verdict.Inconclusive => gate.Inconclusive == InconclusivePolicy.Block,
        _ => false,
    };
}
