using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Cases in a sentence.</summary>
internal static class CaseList
{
    private const int MostNamed = 5;

    /// <summary><c>a, b, c, d, e and 7 more</c></summary>
    public static string Some(IEnumerable<string> names)
    {
        string[] all = [.. names];
        var more = all.Length - MostNamed;
        return string.Join(", ", all.Take(MostNamed).Select(n => ShownText.Of(n))) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "");
    }

    /// <summary><c>a, b, c, d, e and 7 more</c></summary>
    public static string Some(IEnumerable<Case> cases) => Some(cases.Select(c => c.Id));
}
