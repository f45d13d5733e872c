using EvalGate.Statistics;

namespace EvalGate.Calibration.Measuring;

/// <summary>How often something happened: known exactly, or estimated from trials.</summary>
/// <param name="Value">The share, in [0, 1].</param>
/// <param name="Trials">Simulated trials behind it; 0 when enumerated.</param>
public readonly record struct Rate(double Value, int Trials)
{
    private const double Confidence = 0.998;

    /// <summary>The smallest share that the trials do not rule out at one in a thousand.</summary>
    public double AtLeast => Trials == 0 ? Value : ClopperPearson.Interval((long)Math.Round(Value * Trials), Trials, Confidence).Lower;
}
