using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EvalGate.Model;

/// <summary>Fingerprints that do not change with formatting, key order, machine or culture.</summary>
public static class ContentHash
{
    /// <summary>Hex digits of a fingerprint; 128 bits, so that no two cases of any real suite collide.</summary>
    public const int Length = 32;

    /// <summary>The fingerprint of a case's content: its input and its expected value.</summary>
    /// <param name="input">The case's input.</param>
    /// <param name="expected">The expected value; <see cref="JsonValueKind.Undefined"/> for none, which differs from JSON null.</param>
    public static string OfCase(JsonElement input, JsonElement expected)
    {
        var text = new StringBuilder();
        CanonicalJson.Append(text, input);
        text.Append('\n');
        CanonicalJson.Append(text, expected);
        return Of(text.ToString());
    }

    /// <summary>The fingerprint of the active cases of a suite, whatever their order.</summary>
    /// <param name="cases">All cases; retired ones do not count.</param>
    public static string OfDataset(IEnumerable<Case> cases)
    {
        var lines = cases
            .Where(c => c.Status == CaseStatus.Active)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Id}\t{c.Hash}\n"))
            .Order(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Of(hash);
    }

    /// <summary>The fingerprint of what was added to a SHA-256; large contents need not be in memory.</summary>
    /// <param name="added">Begins anew afterwards.</param>
    public static string Of(IncrementalHash added)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        added.GetHashAndReset(hash);
        return Text(hash);
    }

    /// <summary>The fingerprint of a text.</summary>
    /// <param name="text">Any text; hashed as UTF-8.</param>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The fingerprint of bytes.</summary>
    /// <param name="bytes">Any bytes, none included.</param>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Text(hash);
    }

    /// <summary>The fingerprint of what a stream holds; large contents need not be in memory.</summary>
    /// <param name="stream">Read to its end.</param>
    public static string Of(Stream stream)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(stream, hash);
        return Text(hash);
    }

    private static string Text(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash[..(Length / 2)]);
}
