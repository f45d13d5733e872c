using System.Globalization;
using System.Text;
using EvalGate.Statistics;

namespace EvalGate.Tool.Tests;

/// <summary>Eight releases of the example as its eval and its users saw them. With the last one German warranty answers fail, and a shift of the traffic hides it.</summary>
internal static class ExampleSignals
{
    private const int Requests = 500;
    private const int CasesOfACell = 12;

    private static readonly string[] Releases = ["2026.40", "2026.41", "2026.42", "2026.43", "2026.44", "2026.45", "2026.46", "2026.47"];
    private static readonly (string Language, double Share)[] Languages = [("en", 0.4), ("de", 0.3), ("es", 0.2), ("fr", 0.1)];
    private static readonly (string Category, double Share, double Later)[] Categories = [("refund", 0.35, 0.55), ("shipping", 0.4, 0.2), ("warranty", 0.25, 0.25)];

    /// <summary>Every file by its name below the example's folder of production.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        Releases.Index().ToDictionary(r => $"releases/{r.Item}.csv", r => Eval(r.Index)).Append(new("signals.csv", Signals())).ToDictionary();

    private static string Eval(int release)
    {
        var text = new StringBuilder("id,language,category,correct,grounded,brevity\n");
        foreach (var (language, category, i) in from l in Languages from c in Categories from i in Enumerable.Range(0, CasesOfACell) select (l.Language, c.Category, i))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{category}-{language}-{i:00}");
            var (quality, difficulty) = (Quality(release, language, category), Draw(id, 0));
            var (grounded, words) = (0.3 + (0.6 * quality) - (0.2 * difficulty), 30 + (20 * Draw($"{language}{category}", 50 + release)) + (10 * difficulty));
            text.Append(CultureInfo.InvariantCulture, $"{id},{language},{category},{(difficulty < quality ? 1 : 0)},{grounded:0.000},{words:0}\n");
        }

        return text.ToString();
    }

    private static string Signals()
    {
        var text = new StringBuilder("id,release,served_at,language,category,thumbs_down,retries,solved\n");
        foreach (var (release, i) in from r in Enumerable.Range(0, Releases.Length) from i in Enumerable.Range(0, Requests) select (r, i))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{Releases[release][5..]}-{i:000}");
            var language = Pick(Languages.Select(l => (l.Language, l.Share)), Draw(id, 1));
            var category = Pick(Categories.Select(c => (c.Category, release == Releases.Length - 1 ? c.Later : c.Share)), Draw(id, 2));
            var failure = 1 - Quality(release, language, category) + (category == "shipping" ? 0.25 : 0);
            var served = new DateTimeOffset(2026, 9, 28, 0, 0, 0, TimeSpan.Zero).AddDays((7 * release) + (7.0 * i / Requests));
            var (down, solved, retries) = (Draw(id, 3) < 0.02 + (0.4 * failure), Draw(id, 4) > 0.05 + (0.6 * failure), Math.Floor(3 * Draw(id, 5) * Math.Min(1, 2 * failure)));
            text.Append(CultureInfo.InvariantCulture, $"{id},{Releases[release]},{served:yyyy-MM-ddTHH:mm}Z,{language},{category},{(down ? 1 : 0)},{retries},{(solved ? 1 : 0)}\n");
        }

        return text.ToString();
    }

    private static double Quality(int release, string language, string category) =>
        (language, category, release) is ("de", "warranty", 7) ? 0.35 : 0.75 + (0.3 * (Draw($"{language}-{category}", release) - 0.5));

    private static string Pick(IEnumerable<(string Name, double Share)> shares, double draw) => shares.First(s => (draw -= s.Share) < 0 || s == shares.Last()).Name;

    private static double Draw(string id, int column) => HashedReplicates.Uniform(HashedReplicates.Fnv1A64(id), column);
}
