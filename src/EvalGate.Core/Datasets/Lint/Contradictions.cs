using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Cases with one input and several expected values: at least one of them can never pass.</summary>
internal static class Contradictions
{
    public static IEnumerable<Diagnostic> Find(LintInput input) =>
        from same in input.Active.GroupBy(Content, StringComparer.Ordinal)
        let first = same.First()
        from other in same.Skip(1)
        where Expected(other) != Expected(first)
        select new Diagnostic(
            DiagnosticCodes.ContradictoryCases,
            Severity.Warning,
            $"case '{ShownText.Of(other.Id)}' expects {Shown(other)}, and '{ShownText.Of(first.Id)}' ({first.Place}) with the same input expects {Shown(first)}. Relabel one of them ('evalgate cases relabel'), or retire it.",
            other.Place);

    /// <summary>The whole input: what differs in a channel or an hour may rightly have another answer.</summary>
    private static string Content(Case @case) => CanonicalJson.Text(@case.Input).ToLowerInvariant();

    private static string Expected(Case @case) => CanonicalJson.Text(@case.Expected);

    private static string Shown(Case @case) => Expected(@case) is { Length: > 0 } text ? ShownText.Of(text) : "nothing";
}
