using Xunit;

namespace EvalGate.Xunit;

/// <summary>Marks the theory of a suite; test explorers show it at its place in the suite.</summary>
/// <param name="suiteFile">Path of the suite.</param>
/// <param name="line">Line of the suite's name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EvalTheoryAttribute(string suiteFile, int line) : TheoryAttribute(suiteFile, line)
{
    /// <summary>Path of the suite.</summary>
    public string SuiteFile { get; } = suiteFile;

    /// <summary>Line of the suite's name.</summary>
    public int Line { get; } = line;
}
