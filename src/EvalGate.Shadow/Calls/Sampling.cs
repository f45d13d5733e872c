using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EvalGate.Shadow;

/// <summary>Which requests are in a sample: a matter of their key alone, in every process and on every day.</summary>
internal static class Sampling
{
    /// <summary>The share that holds for a request: that of the first segment that it is in.</summary>
    public static double Rate(ShadowOptions options, ShadowRequest request) =>
        options.Segments.FirstOrDefault(s => request.Slices.TryGetValue(s.Attribute, out var value) && value == s.Value)?.Rate ?? options.Rate;

    /// <summary>True when the key is in a sample of this rate. A higher rate takes the same keys and more.</summary>
    /// <param name="sample">Samples of different names are independent.</param>
    /// <param name="key">The key.</param>
    /// <param name="rate">From 0 to 1.</param>
    public static bool Takes(string sample, string key, double rate)
    {
        if (rate <= 0)
        {
            return false;
        }

        var hash = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{sample}\n{key}")));
        return Math.ScaleB(hash >> 11, -53) < rate;
    }

    /// <summary>A key as the log shows it: equal keys stay equal, and none can be read.</summary>
    public static string Pseudonym(string key) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(key)), 8);

    public static string Hex(byte[] hash, int bytes) => Convert.ToHexStringLower(hash.AsSpan(0, bytes));
}
