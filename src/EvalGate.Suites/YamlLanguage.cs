using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Suites.Reading;

namespace EvalGate.Suites;

/// <summary>Suites in YAML, with the built-in scorers.</summary>
public sealed class YamlLanguage : ISuiteLanguage
{
    /// <inheritdoc/>
    public SuiteReading ReadSuite(string text, string file) => SuiteReader.Read(text, file, ScorerCatalog.All);

    /// <inheritdoc/>
    public CaseValues ReadCases(string text, string file) => YamlCases.Read(text, file);

    /// <inheritdoc/>
    public MixReading ReadMix(string text, string file, IReadOnlyList<string> attributes) => MixReader.ReadFile(text, file, attributes);

    /// <inheritdoc/>
    public OutcomeReading ReadOutcomes(string text, string file) => OutcomeReader.Read(text, file);

    /// <inheritdoc/>
    public WaiversReading ReadWaivers(string text, string file, Suite suite) => WaiversReader.Read(text, file, suite);

    /// <inheritdoc/>
    public string TheorySource(Suite suite, TheoryOptions options) => Suites.TheorySource.Write(suite, options);

    /// <inheritdoc/>
    public string AssemblySource(TheoryOptions options) => Suites.TheorySource.WriteAssembly(options);
}
