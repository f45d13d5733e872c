using Xunit;
using Xunit.v3;

namespace EvalGate.Xunit;

/// <summary>Marks the theory of a suite; test explorers show it at its place in the suite.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(EvalCaseDiscoverer))]
public sealed class EvalTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a theory.</summary>
    /// <param name="suiteFile">Path of the suite.</param>
    /// <param name="line">Line of the suite's name.</param>
    public EvalTheoryAttribute(string suiteFile, int line)
        : base(suiteFile, line)
    {
        (SuiteFile, Line) = (suiteFile, line);
        // A small suite has no case in some shards; without a shard there is always one.
        SkipTestWithoutData = true;
    }

    /// <summary>Path of the suite.</summary>
    public string SuiteFile { get; }

    /// <summary>Line of the suite's name.</summary>
    public int Line { get; }
}
