namespace EvalGate.Judges;

/// <summary>What a person says of one output.</summary>
/// <param name="CaseId">The case that the output answers.</param>
/// <param name="Output">The output, as the judge is shown it.</param>
/// <param name="Label">The person's grade, on the judge's scale.</param>
public sealed record HumanLabel(string CaseId, string Output, double Label)
{
    /// <summary>Which arm gave the output, <c>baseline</c> or <c>candidate</c>; null when nobody says.</summary>
    public string? Arm { get; init; }

    /// <summary>What the output was compared with, where the label is a preference; null for what stands in the case.</summary>
    public string? Against { get; init; }
}

/// <summary>What a judge must show before it may block: agreement with human labels.</summary>
/// <param name="Bar">The least kappa, as the lower end of its 90 % interval.</param>
/// <param name="File">Where the labels are, relative to the suite's folder; null when nobody labelled anything.</param>
/// <param name="Labels">The labels.</param>
public sealed record JudgeBar(decimal Bar, string? File, IReadOnlyList<HumanLabel> Labels)
{
    /// <summary>The bar of a suite that names none.</summary>
    public const decimal Usual = 0.6m;

    /// <summary>How many grades a unit of the scale has: 1 for whole numbers, 2 where halves are grades too.</summary>
    public int StepsPerUnit { get; init; } = 1;
}

/// <summary>What a person and the judge said of the same labelled output.</summary>
/// <param name="Metric">The judge's metric.</param>
/// <param name="Human">The person's grade.</param>
/// <param name="Judge">The judge's grade in this run.</param>
public sealed record LabelledGrade(string Metric, double Human, double Judge)
{
    /// <summary>Which arm gave the output; null when nobody says.</summary>
    public string? Arm { get; init; }
}
