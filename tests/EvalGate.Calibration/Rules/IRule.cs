using EvalGate.Calibration.Trials;

namespace EvalGate.Calibration.Rules;

/// <summary>A way to judge slices from paired outcomes. Implementations keep no state between trials and may be called from several threads.</summary>
public interface IRule
{
    /// <summary>Column title.</summary>
    string Name { get; }

    /// <summary>Why it is in the table.</summary>
    RuleKind Kind { get; }

    /// <summary>Whether the rule can judge such data at all.</summary>
    /// <param name="shape">Kind of metric, groups and repetitions.</param>
    /// <returns>False leaves its cells empty.</returns>
    bool Judges(TrialShape shape);

    /// <summary>Judges every slice of one trial.</summary>
    /// <param name="trial">Paired outcomes by slice.</param>
    /// <returns>One call per slice, in the order of the slice indices.</returns>
    IReadOnlyList<Call> Judge(Trial trial);
}
