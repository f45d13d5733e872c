namespace EvalGate.Scoring;
/// <summary>temp</summary>
public static class FixedPoint { /// <summary>temp</summary>
    public static long Of(double value, long scale) => checked((long)Math.Round(value * scale, MidpointRounding.AwayFromZero)); }
