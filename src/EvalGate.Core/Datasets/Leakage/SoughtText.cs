using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>A text that must not be found elsewhere.</summary>
/// <param name="CaseId">Its case; empty for the canary.</param>
/// <param name="Path">Where in the case it is, such as <c>input.question</c>.</param>
/// <param name="Text">The text.</param>
public sealed record SoughtText(string CaseId, string Path, string Text)
{
    /// <summary>True for the text that stands in every eval file so that its copies give themselves away.</summary>
    public bool IsCanary => CaseId.Length == 0;

    /// <summary>The texts of active cases that a person wrote.</summary>
    /// <param name="cases">All cases.</param>
    /// <param name="withExpected">Whether expected values are looked for too; a knowledge base rightly holds answers.</param>
    public static IEnumerable<SoughtText> Of(IEnumerable<Case> cases, bool withExpected) =>
        from @case in cases
        where @case.Status == CaseStatus.Active
        from leaf in withExpected ? TextLeaf.OfInput(@case).Concat(TextLeaf.OfExpected(@case)) : TextLeaf.OfInput(@case)
        where leaf.IsProse
        select new SoughtText(@case.Id, leaf.Path, leaf.Text);
}
