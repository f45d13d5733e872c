using System.Text;

namespace EvalGate.Statistics;

/// <summary>Randomness derived from an id and a replicate number: the same on every shard, in every order, in any SQL engine.</summary>
/// <remarks>
/// Formula: SplitMix64(key XOR replicate · 0xD1B54A32D192ED03 mod 2⁶⁴), key = FNV-1a 64 of the UTF-8 id, replicates from 0.
/// Not for secrets. Source: Fowler, Noll and Vo; Steele, Lea and Flood 2014.
/// </remarks>
public static class HashedReplicates
{
    internal const ulong ReplicateStep = 0xD1B54A32D192ED03;

    /// <summary>FNV-1a, 64 bits, of the UTF-8 bytes of an id.</summary>
    /// <remarks>The empty id gives the offset basis 0xCBF29CE484222325.</remarks>
    /// <param name="id">Any text.</param>
    /// <returns>The key of the id.</returns>
    public static ulong Fnv1A64(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var hash = 0xCBF29CE484222325;
        foreach (var octet in Encoding.UTF8.GetBytes(id))
            hash = (hash ^ octet) * 0x100000001B3;
        return hash;
    }

    /// <summary>Output function of SplitMix64 with state = <paramref name="value"/> + golden gamma.</summary>
    /// <remarks>A bijection of 64-bit values; 0 gives 0xE220A8397B1DCDAF.</remarks>
    /// <param name="value">Any value.</param>
    /// <returns>The mixed value.</returns>
    public static ulong SplitMix64(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>The hash of one unit in one replicate.</summary>
    /// <remarks>Replicate 0 is SplitMix64(key).</remarks>
    /// <param name="key">Key of the unit, <see cref="Fnv1A64"/> of its id.</param>
    /// <param name="replicate">Replicate number, from 0.</param>
    /// <returns>64 well-mixed bits.</returns>
    public static ulong Hash(ulong key, int replicate) => SplitMix64(key ^ unchecked((ulong)replicate * ReplicateStep));

    /// <summary>The random sign of one unit in one replicate.</summary>
    /// <remarks>The top bit of <see cref="Hash"/>: set is +1.</remarks>
    /// <param name="key">Key of the unit.</param>
    /// <param name="replicate">Replicate number, from 0.</param>
    /// <returns>+1 or −1.</returns>
    public static int Sign(ulong key, int replicate) => (Hash(key, replicate) >> 63) == 1 ? 1 : -1;

    /// <summary>The uniform draw of one unit in one replicate.</summary>
    /// <remarks>The top 53 bits of <see cref="Hash"/> times 2^−53.</remarks>
    /// <param name="key">Key of the unit.</param>
    /// <param name="replicate">Replicate number, from 0.</param>
    /// <returns>A number in [0, 1).</returns>
    public static double Uniform(ulong key, int replicate) => Math.ScaleB(Hash(key, replicate) >> 11, -53);

    /// <summary>How often one unit is drawn in one replicate of a Poisson bootstrap.</summary>
    /// <remarks>
    /// Inverse of the Poisson distribution function of mean 1 at <see cref="Uniform"/>, at most 18. It depends on unit and replicate alone, so that machines that each
    /// know a part of the units agree. Source: Chamandy, Muralidharan, Najmi and Naidu 2012, Estimating Uncertainty for Massive Data Streams.
    /// </remarks>
    /// <param name="key">Key of the unit.</param>
    /// <param name="replicate">Replicate number, from 0.</param>
    /// <returns>0, 1, 2, …; 1 on average.</returns>
    public static int PoissonWeight(ulong key, int replicate)
    {
        var uniform = Uniform(key, replicate);
        double term = 1 / Math.E, below = term;
        var weight = 0;
        // Terms beyond do not change the sum, which need not reach the largest uniform.
        while (uniform >= below && weight < 18)
        {
            term /= ++weight;
            below += term;
        }

        return weight;
    }
}
