using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Secrets and personal data in cases, retired ones included: what is committed is out.</summary>
internal static class SensitiveCases
{
    public static IEnumerable<Diagnostic> Find(LintInput input) =>
        from @case in input.Cases
        from leaf in TextLeaf.OfInput(@case).Concat(TextLeaf.OfExpected(@case))
        from kind in SensitiveText.Usual.Find(leaf.Text).Select(s => s.Kind).Distinct()
        select new Diagnostic(
            kind.IsSecret ? DiagnosticCodes.SecretInCase : DiagnosticCodes.PersonalData,
            Severity.Warning,
            $"case '{ShownText.Of(@case.Id)}': {ShownText.Of(leaf.Path)} has {kind.Article}. {(kind.IsSecret ? "Revoke it, and take it out of the history too." : "Write a made-up one in its place ('evalgate cases promote' does so).")}",
            @case.Place);
}
