using System.Text.Json;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What to do to cases.</summary>
public abstract record CaseStep
{
    private protected CaseStep() { }
}

/// <summary>Takes cases out of the runs, with a reason.</summary>
public sealed record RetireStep(string Reason) : CaseStep;

/// <summary>Exempts cases from <c>must</c> until a day.</summary>
public sealed record QuarantineStep(string Reason, DateOnly Expires) : CaseStep;

/// <summary>Brings cases back.</summary>
public sealed record RestoreStep : CaseStep;

/// <summary>Gives cases another expected value, reviewed today.</summary>
public sealed record RelabelStep(JsonElement Expected, DateOnly Today) : CaseStep;

/// <summary>Which cases to edit, and how.</summary>
public sealed record EditCasesRequest
{
    /// <summary>Where suites are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the user stands; places are shown relative to it.</summary>
    public required string From { get; init; }

    /// <summary>The suite; null where the ids say it.</summary>
    public string? Suite { get; init; }

    /// <summary>The cases.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>What to do.</summary>
    public required CaseStep Step { get; init; }
}

/// <summary>Edits cases in their files: only the lines of these cases change.</summary>
public static class EditCasesCommand
{
    /// <summary>Edits all cases, or none when one of them cannot be edited so.</summary>
    /// <param name="request">Which, and how.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static EditCasesResult Execute(EditCasesRequest request, ISuiteLanguage language)
    {
        var (found, missing) = CaseSets.ToEdit(request.Folder, request.Suite, language).Find([.. request.Ids.Distinct(StringComparer.Ordinal)]);
        Diagnostic[] problems = [.. missing, .. found.Select(f => Refusal(f.Case, request.Step) is { } problem ? f.Loaded.From(request.From, problem) : null).OfType<Diagnostic>()];
        if (problems.Length > 0)
        {
            return new(problems, []);
        }

        foreach (var item in found)
        {
            CaseFileEditor.Edit(item.File, item.Case.Id, EditOf(item.Case, request.Step));
        }

        return new([], [.. found.Select(f => new EditedCase(f.Loaded.Suite.Name, f.Case.Id, f.File))]);
    }

    private static CaseEdit EditOf(Case @case, CaseStep step) => step switch
    {
        RetireStep s => CaseEdit.Retire(s.Reason),
        QuarantineStep s => CaseEdit.Quarantine(s.Reason, s.Expires),
        RelabelStep s => CaseEdit.Relabel(s.Expected, s.Today),
        _ => CaseEdit.Restore(@case),
    };

    private static Diagnostic? Refusal(Case @case, CaseStep step) => (step, @case.Status) switch
    {
        (RetireStep, CaseStatus.Retired) => Refuse(@case, "is retired already"),
        (RelabelStep or QuarantineStep, CaseStatus.Retired) => Refuse(@case, "is retired; restore it first"),
        (RestoreStep, CaseStatus.Active) when @case.Quarantine is null => Refuse(@case, "is active and not quarantined"),
        _ => null,
    };

    private static Diagnostic Refuse(Case @case, string reason) => new(DiagnosticCodes.CaseNotEditable, Severity.Error, $"case '{ShownText.Of(@case.Id)}' {reason}.", @case.Place);
}

/// <summary>What was edited.</summary>
/// <param name="Problems">Why nothing was.</param>
/// <param name="Cases">The edited cases.</param>
public sealed record EditCasesResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<EditedCase> Cases);

/// <summary>An edited case.</summary>
/// <param name="Suite">Its suite.</param>
/// <param name="Id">The case.</param>
/// <param name="File">Its file, whole.</param>
public sealed record EditedCase(string Suite, string Id, string File);
