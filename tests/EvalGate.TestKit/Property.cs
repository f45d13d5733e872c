using CsCheck;

namespace EvalGate.TestKit;

/// <summary>Properties with a fixed seed.</summary>
public static class Property
{
    /// <summary>CsCheck's seed fixes only its first sample; drawing all samples as one array fixes every one of them.</summary>
    public static void HoldsFor<T>(Gen<T> values, int count, Action<T> property) =>
        values.Array[count].Sample(
            samples =>
            {
                foreach (var sample in samples)
                {
                    property(sample);
                }
            },
            seed: "0000KOIPe036",
            iter: 1,
            threads: 1);
}
