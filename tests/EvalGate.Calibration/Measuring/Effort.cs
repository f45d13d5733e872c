namespace EvalGate.Calibration.Measuring;

/// <summary>How much work a study may be.</summary>
/// <param name="Trials">Simulated trials of every setting and question.</param>
/// <param name="Replicates">Hashed replicates of step-downs.</param>
/// <param name="Threads">Trials in flight; the results do not depend on it.</param>
public sealed record Effort(int Trials, int Replicates, int Threads)
{
    /// <summary>For the published table: minutes.</summary>
    public static Effort Full { get; } = new(2000, 999, 2);

    /// <summary>For tests: seconds.</summary>
    public static Effort Quick { get; } = new(200, 499, 2);
}
