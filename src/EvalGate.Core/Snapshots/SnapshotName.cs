using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace EvalGate.Snapshots;

/// <summary>The one way from a case's id to the name of a file: no id leaves its folder, and no two share a name, not even on Windows.</summary>
public static class SnapshotName
{
    private const int LongestPlain = 80;
    private const int LongestSlug = 60;
    private const int HashDigits = 16;
    private const string Alternative = "~alt-";

    private static readonly HashSet<string> Devices = new(
        [.. new[] { "con", "prn", "aux", "nul" }, .. Enumerable.Range(0, 10).SelectMany(i => new[] { Numbered("com", i), Numbered("lpt", i) })], StringComparer.Ordinal);

    /// <summary>The name without endings. An id of small letters, digits, <c>-</c> and <c>_</c> is its own name; any other one is a readable part and a hash.</summary>
    /// <param name="caseId">Any id.</param>
    public static string Of(string caseId) =>
        caseId.Length is > 0 and <= LongestPlain && caseId.All(IsPlain) && !Devices.Contains(caseId)
            ? caseId
            : $"{Slug(caseId)}~{Hash(caseId)}";

    /// <summary>The name of an approved alternative.</summary>
    /// <param name="name">The case's name.</param>
    /// <param name="textHash">Fingerprint of the alternative's text.</param>
    public static string OfAlternative(string name, string textHash) => $"{name}{Alternative}{textHash[..8]}";

    /// <summary>The case's name in a name that may be an alternative's.</summary>
    /// <param name="name">A name.</param>
    public static string WithoutAlternative(string name) =>
        name.LastIndexOf(Alternative, StringComparison.Ordinal) is >= 0 and var at ? name[..at] : name;

    /// <summary>The folder of a case where 256 share the load.</summary>
    /// <param name="name">The case's name.</param>
    public static string Shard(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..2];

    private static string Slug(string caseId)
    {
        var slug = new StringBuilder();
        foreach (var c in caseId.ToLowerInvariant())
        {
            if (IsPlain(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == LongestSlug)
            {
                break;
            }
        }

        return slug.Length == 0 ? "case" : slug.ToString();
    }

    /// <summary>Of UTF-16, because half surrogate pairs are alike in UTF-8.</summary>
    private static string Hash(string caseId) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(caseId.AsSpan())))[..HashDigits];

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_';

    private static string Numbered(string device, int number) => string.Create(CultureInfo.InvariantCulture, $"{device}{number}");
}
