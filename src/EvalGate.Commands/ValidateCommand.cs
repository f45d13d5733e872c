using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Checks suites and their cases without building anything.</summary>
public static class ValidateCommand
{
    private const string Ending = ".eval.yaml";

    /// <summary>Checks suites.</summary>
    /// <param name="folder">Where the user stands; paths in diagnostics are relative to it.</param>
    /// <param name="targets">Suites, or folders with suites below; none for the folder itself.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read, or is no suite by its name.</exception>
    public static ValidateResult Execute(string folder, IReadOnlyList<string> targets, ISuiteLanguage language)
    {
        CheckedSuite[] suites = [.. targets.DefaultIfEmpty(".").SelectMany(t => Read(Path.GetFullPath(t, folder), language))];
        var problems = suites.SelectMany(s => s.DiagnosticsFrom(folder)).Concat(CheckedSuite.SameNames(suites));
        Diagnostic[] none = suites.Length > 0
            ? []
            : [new(DiagnosticCodes.NoFiles, Severity.Error, "there is no suite here (*.eval.yaml); 'evalgate init' starts one.", new(folder, 0, 0))];
        return new([.. problems.Distinct(), .. none], suites.Length, suites.Sum(s => s.Cases.Count));
    }

    private static IEnumerable<CheckedSuite> Read(string target, ISuiteLanguage language)
    {
        if (!TextFile.Exists(target))
        {
            return ProjectSuites.Below(target, language);
        }

        return target.EndsWith(Ending, StringComparison.Ordinal)
            ? [ProjectSuites.Read(target, language)]
            : throw new FilesException(target, "It is no suite by its name.", $"Suites end in {Ending}; cases are checked with the suite that names them.");
    }
}

/// <summary>What was checked and found.</summary>
/// <param name="Diagnostics">Everything that is wrong, by suite.</param>
/// <param name="Suites">How many suites were looked at.</param>
/// <param name="Cases">How many sound cases they have.</param>
public sealed record ValidateResult(IReadOnlyList<Diagnostic> Diagnostics, int Suites, int Cases);
