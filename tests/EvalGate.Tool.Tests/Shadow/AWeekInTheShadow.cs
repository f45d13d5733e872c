using System.Reflection;
using System.Text.Json;
using EvalGate.ShadowWeek;

namespace EvalGate.Tool.Tests.Shadow;

/// <summary>The example's week of shadow logs: overall the candidate agrees as often as the incumbent with itself, and one segment fails.</summary>
public sealed class AWeekInTheShadow : IDisposable
{
    private static readonly string Example = typeof(AWeekInTheShadow).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ExampleFolder").Value!;

    private readonly Workplace _place = new();

    [Fact]
    public void IsWhatItsProgramWrites() => Assert.Equal(
        Week.Files(), Directory.GetFiles(Path.Combine(Example, "production", "shadow")).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f))));

    [Fact]
    public void NamesTheSegmentThatTheAggregateHides()
    {
        var outcome = Compare("--json").Exits(1);
        using var json = JsonDocument.Parse(outcome.Out);
        var agreement = json.RootElement.GetProperty("verdict").GetProperty("comparisons").EnumerateArray().Where(c => c.GetProperty("metric").GetString() == "agrees").ToArray();

        Assert.Equal("not_ready", json.RootElement.GetProperty("answer").GetString());
        Assert.Equal("clear", agreement[0].GetProperty("verdict").GetString());
        Assert.Equal("agrees regressed on category=refund, language=es.", json.RootElement.GetProperty("reasons")[0].GetString());
        Assert.Equal("output.intent: refund → warranty", json.RootElement.GetProperty("edits")[0].GetProperty("title").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("edits")[0].GetProperty("noise").GetDouble());
        Approved.Is("shadow-compare.txt", Compare("").Exits(1).Out);
    }

    [Fact]
    public void BecomesCasesThatTheGateCatchesItBy()
    {
        var before = CasesOf(Copied());

        var added = Compare("--slices category,language,category*language --promote 25 --expected incumbent --suite support").Exits(1).Out;

        var cases = CasesOf(_place.Folder).Skip(before.Length).ToArray();
        Assert.Contains($"added {cases.Length} cases to evals/support.cases.jsonl; nobody has reviewed what they expect", added, StringComparison.Ordinal);
        Assert.InRange(cases.Length, 10, 25);
        Assert.All(cases.Take(10), c => Assert.Equal(("es", "refund"), (Slice(c, "language"), Slice(c, "category"))));
        Assert.All(cases, c => Assert.Matches("^production/shadow/shadow-2026.*jsonl#r-", c.GetProperty("source").GetString()));
        Assert.All(cases, c => Assert.False(c.TryGetProperty("reviewed", out _)));
        Assert.Contains("no problems", _place.Run("validate").Exits(0).Out, StringComparison.Ordinal);

        Results("without", before);
        Results("with", [.. before, .. cases]);
        _place.Run("compare without-base.jsonl without-new.jsonl --metric correct --slices language --max-drop 2pp").Exits(0);
        _place.Run("compare with-base.jsonl with-new.jsonl --metric correct --slices language --max-drop 2pp").Exits(1).Says("language=es");
    }

    [Fact]
    public void IsNotPromotedTwice()
    {
        Copied();
        Compare("--promote 5 --expected none --suite support --slices category,language,category*language");
        var once = CasesOf(_place.Folder).Select(c => c.GetProperty("id").GetString()).ToArray();

        Compare("--promote 5 --expected none --suite support --slices category,language,category*language").Says("a case asks nearly the same");

        var twice = CasesOf(_place.Folder).Select(c => c.GetProperty("id").GetString()).ToArray();
        Assert.Equal(twice.Distinct(), twice);
        Assert.Equal(once, twice.Take(once.Length));
    }

    public void Dispose() => _place.Dispose();

    private static string? Slice(JsonElement @case, string attribute) => @case.GetProperty("slices").GetProperty(attribute) is { ValueKind: JsonValueKind.Array } values ? values[0].GetString() : @case.GetProperty("slices").GetProperty(attribute).GetString();

    /// <summary>The evals and logs of the example, where they may be changed.</summary>
    private string Copied()
    {
        foreach (var file in new[] { "evals", "kb", "words", "production/shadow" }.SelectMany(f => Directory.GetFiles(Path.Combine(Example, f), "*", SearchOption.AllDirectories)))
        {
            _place.Write(Path.GetRelativePath(Example, file), File.ReadAllText(file));
        }

        _place.Write("HelpDesk.csproj", "<Project />");
        return _place.Folder;
    }

    private Outcome Compare(string options) => _place.Run(
        $"shadow compare production/shadow/*.jsonl {options}", t => options.Contains("--promote", StringComparison.Ordinal) ? t : t with { Folder = Example });

    private static JsonElement[] CasesOf(string folder) => [.. File.ReadLines(Path.Combine(folder, "evals", "support.cases.jsonl")).Select(l => JsonElement.Parse(l))];

    /// <summary>What two runs over these cases would record: the incumbent is right, and the candidate takes Spanish refunds that came from the shadow for warranty claims.</summary>
    private void Results(string name, IReadOnlyList<JsonElement> cases)
    {
        _place.Write($"{name}-base.jsonl", string.Concat(cases.Select(c => Result(c, isRight: true))));
        _place.Write($"{name}-new.jsonl", string.Concat(cases.Select(c => Result(c, isRight: !IsMistaken(c)))));
    }

    private static bool IsMistaken(JsonElement @case) =>
        @case.GetProperty("id").GetString()!.StartsWith("shadow-", StringComparison.Ordinal) && (Slice(@case, "language"), Slice(@case, "category")) == ("es", "refund");

    private static string Result(JsonElement @case, bool isRight) =>
        JsonSerializer.Serialize(new { id = @case.GetProperty("id").GetString(), language = Slice(@case, "language"), correct = isRight ? 1 : 0 }) + "\n";
}
