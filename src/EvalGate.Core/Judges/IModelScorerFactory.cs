using EvalGate.Model;

namespace EvalGate.Judges;

/// <summary>Makes the scorers that ask a model; registered with the services of the test project.</summary>
public interface IModelScorerFactory
{
    /// <summary>Makes the scorer of a metric.</summary>
    /// <param name="metric">A metric whose scorer asks a model.</param>
    IScorer Create(Metric metric);
}
