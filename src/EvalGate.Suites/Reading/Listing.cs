using EvalGate.Model;

namespace EvalGate.Suites.Reading;

/// <summary>Names as messages list them.</summary>
internal static class Listing
{
    private const int Most = 20;

    /// <summary>The first names, or a word when there are none.</summary>
    public static string Of(IReadOnlyList<string> names, string none = "none") =>
        names.Count == 0 ? none : string.Join(", ", names.Take(Most).Select(n => ShownText.Of(n))) + (names.Count > Most ? ", …" : "");
}
