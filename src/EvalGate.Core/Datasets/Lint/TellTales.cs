using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Inputs that hold their answer: the case measures reading, not knowing.</summary>
internal static class TellTales
{
    /// <summary>Shorter answers, such as labels, stand in a question by chance.</summary>
    private const int ShortestAnswer = 4;

    /// <summary>With fewer cases an input field equals the expected one by chance.</summary>
    private const int FewestEqual = 5;

    public static IEnumerable<Diagnostic> Find(LintInput input) => [.. input.Active.SelectMany(Inside), .. SameFields(input.Active)];

    private static IEnumerable<Diagnostic> Inside(Case @case)
    {
        var inputs = TextLeaf.OfInput(@case).Select(l => (l.Path, Text: $" {PlainWords.Text(l.Text)} ")).ToArray();
        foreach (var answer in TextLeaf.OfExpected(@case).Select(l => (l.Path, Words: PlainWords.Of(l.Text))).Where(a => a.Words.Count >= ShortestAnswer))
        {
            var holder = inputs.FirstOrDefault(i => i.Text.Contains($" {string.Join(' ', answer.Words)} ", StringComparison.Ordinal));
            if (holder.Path is not null)
            {
                yield return new(DiagnosticCodes.AnswerInInput, Severity.Warning, $"case '{ShownText.Of(@case.Id)}': {ShownText.Of(holder.Path)} holds {ShownText.Of(answer.Path)} word for word, so the answer only has to be copied. Take it out, or say why it belongs there.", @case.Place);
            }
        }
    }

    /// <summary>A field of the input that always equals an expected one gives every answer away.</summary>
    private static IEnumerable<Diagnostic> SameFields(IReadOnlyList<Case> cases) =>
        from pair in cases.SelectMany(Pairs).GroupBy(p => (p.Input.Path, Expected: p.Expected.Path))
        let values = pair.ToArray()
        where values.Length >= FewestEqual && values.All(p => p.Input.Text == p.Expected.Text) && values.DistinctBy(p => p.Input.Text, StringComparer.Ordinal).Count() > 1
        select new Diagnostic(
            DiagnosticCodes.AnswerInInput,
            Severity.Warning,
            $"{ShownText.Of(pair.Key.Path)} equals {ShownText.Of(pair.Key.Expected)} in all {Figures.Count(values.Length, "case")} that have both: the input gives the answer away. Take the field out of the input.",
            values[0].Case.Place);

    private static IEnumerable<(Case Case, TextLeaf Input, TextLeaf Expected)> Pairs(Case @case) =>
        from input in TextLeaf.OfInput(@case)
        from expected in TextLeaf.OfExpected(@case)
        select (@case, input, expected);
}
