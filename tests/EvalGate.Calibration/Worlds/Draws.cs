using EvalGate.Statistics;

namespace EvalGate.Calibration.Worlds;

/// <summary>Hashed uniform numbers of one case, or of a group whose cases share them.</summary>
/// <param name="Key">Key of the stream.</param>
public readonly record struct Draws(ulong Key)
{
    /// <summary>A number in (0, 1), the same for the same slot.</summary>
    /// <param name="slot">Which number.</param>
    /// <returns>The number.</returns>
    public double this[int slot] => HashedReplicates.Uniform(Key, slot) + Math.ScaleB(1, -54);

    /// <summary>Another stream that depends on this one.</summary>
    /// <param name="part">Which stream.</param>
    /// <returns>The stream.</returns>
    public Draws Of(int part) => new(HashedReplicates.Hash(Key, part));
}
