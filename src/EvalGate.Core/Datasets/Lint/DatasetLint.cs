using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Everything that is wrong with an eval set although it can be read: cases that count twice, say two things, or tell nothing.</summary>
public static class DatasetLint
{
    private static readonly Func<LintInput, IEnumerable<Diagnostic>>[] Rules =
    [
        CopiedCases.Find,
        Contradictions.Find,
        ThinSlices.Find,
        UnreachableSlices.Find,
        ConstantCases.Find,
        ReviewDates.Find,
        TellTales.Find,
        DamagedTexts.Find,
        SensitiveCases.Find,
    ];

    /// <summary>Checks an eval set.</summary>
    /// <param name="input">The suite with its cases.</param>
    /// <returns>Warnings and notes, by file and line; never errors.</returns>
    public static IReadOnlyList<Diagnostic> Check(LintInput input) =>
    [
        .. Rules.SelectMany(rule => rule(input))
            .OrderBy(d => d.Place.File, StringComparer.Ordinal).ThenBy(d => d.Place.Line).ThenBy(d => d.Code, StringComparer.Ordinal),
    ];
}
