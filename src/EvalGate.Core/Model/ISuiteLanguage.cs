using System.Text.Json;

namespace EvalGate.Model;

/// <summary>The language that suites are written in, and the theories they become. YAML is the only one; the light tier does not know its parser.</summary>
public interface ISuiteLanguage
{
    /// <summary>Reads a suite.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its path relative to the project folder, for diagnostics.</param>
    SuiteReading ReadSuite(string text, string file);

    /// <summary>Reads hand-written cases (<c>*.cases.yaml</c>) into the values that JSON Lines would hold.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its path relative to the project folder, for diagnostics.</param>
    CaseValues ReadCases(string text, string file);

    /// <summary>Reads the mix of production from a file of its own: JSON as a suite would hold it, or CSV with the attribute as the head of its first column.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its path relative to the project folder, for diagnostics.</param>
    /// <param name="attributes">The slice attributes it may name.</param>
    MixReading ReadMix(string text, string file, IReadOnlyList<string> attributes);

    /// <summary>Reads what production's columns mean (<c>NAME.outcomes.yaml</c>).</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its path relative to the project folder, for diagnostics.</param>
    OutcomeReading ReadOutcomes(string text, string file);

    /// <summary>Reads accepted regressions from the <c>waivers.yaml</c> that stands beside suites.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its path relative to the project folder, for diagnostics.</param>
    /// <param name="suite">The suite whose waivers are meant.</param>
    WaiversReading ReadWaivers(string text, string file, Suite suite);

    /// <summary>The C# of one suite's theory.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="options">Namespace and paths.</param>
    string TheorySource(Suite suite, TheoryOptions options);

    /// <summary>The C# that an assembly with suites has once.</summary>
    /// <param name="options">Parallelism.</param>
    string AssemblySource(TheoryOptions options);
}

/// <summary>A suite, or why there is none.</summary>
/// <param name="Suite">The suite; null if and only if there are errors.</param>
/// <param name="Diagnostics">All problems, in the order of the file.</param>
public sealed record SuiteReading(Suite? Suite, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A mix of production, or why there is none.</summary>
/// <param name="Mix">The mix; null if and only if there are errors.</param>
/// <param name="Diagnostics">All problems, in the order of the file.</param>
public sealed record MixReading(Gating.ProductionMix? Mix, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A map of production's signals, or why there is none.</summary>
/// <param name="Map">The map; null if and only if there are errors.</param>
/// <param name="Diagnostics">All problems, in the order of the file.</param>
public sealed record OutcomeReading(Outcomes.OutcomeMap? Map, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What <c>waivers.yaml</c> says of one suite.</summary>
/// <param name="Waivers">Its waivers; none when there are errors.</param>
/// <param name="Suites">The names of all suites that the file names, and where.</param>
/// <param name="Diagnostics">All problems, in the order of the file.</param>
public sealed record WaiversReading(IReadOnlyList<Gating.Waiver> Waivers, IReadOnlyList<(string Name, SourcePlace Place)> Suites, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Cases as values, not yet checked.</summary>
/// <param name="Values">One object per case with its place.</param>
/// <param name="Diagnostics">What is wrong with the file as such.</param>
public sealed record CaseValues(IReadOnlyList<(JsonElement Value, SourcePlace Place)> Values, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What generated code depends on beside the suite.</summary>
/// <param name="Namespace">The project's root namespace.</param>
/// <param name="ProjectFolder">Absolute path that <c>#line</c> puts before the suite's path.</param>
/// <param name="Parallel">Whether rows run in parallel.</param>
/// <param name="MaxThreads">How many at once.</param>
public sealed record TheoryOptions(string Namespace, string ProjectFolder, bool Parallel, int MaxThreads);
