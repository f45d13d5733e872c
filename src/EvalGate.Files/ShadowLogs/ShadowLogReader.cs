using System.Globalization;
using System.Text.Json;
using EvalGate.Model;
using EvalGate.ShadowLogs;

namespace EvalGate.Files;

/// <summary>Reads the logs that <c>EvalGate.Shadow</c> writes, pair by pair, so that their length does not matter.</summary>
public sealed class ShadowLogReader
{
    private const string Kind = "shadow";
    private const int LongestLine = 64 * 1024 * 1024;
    private const int MostProblems = 10;

    private readonly HashSet<(ShadowArm Arm, string Id)> _seen = [];
    private readonly List<Diagnostic> _problems = [];

    /// <summary>Lines that are no pairs; the first ten. A last line that a killed process left half written is not among them.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Pairs that were left out because their request was there before.</summary>
    public int Repeated { get; private set; }

    /// <summary>Reads files one after the other.</summary>
    /// <param name="folder">The folder that paths are relative to.</param>
    /// <param name="files">Paths as messages shall show them.</param>
    /// <exception cref="FilesException">There is no such file, or it may not be read.</exception>
    public IEnumerable<ShadowPair> Read(string folder, IEnumerable<string> files) => files.SelectMany(f => Read(Path.Combine(folder, f), f));

    private IEnumerable<ShadowPair> Read(string path, string file)
    {
        using var stream = Disk.OpenRead(path);
        var lines = new LineReader(stream, LongestLine);
        while (_problems.Count < MostProblems && Disk.Access(path, lines.Next) is { IsTerminated: true } line)
        {
            if (Pair(line, file) is not { } pair)
            {
                continue;
            }

            if (_seen.Add((pair.Arm, pair.Id)))
            {
                yield return pair;
            }
            else
            {
                Repeated++;
            }
        }
    }

    private ShadowPair? Pair(Line line, string file)
    {
        try
        {
            using var json = JsonStyle.Parse(line.Bytes);
            if (line.Number > 1)
            {
                return Pair(json.RootElement, new(file, line.Number, 0));
            }

            if (FileHead.Refuse(json.RootElement, Kind, file) is { } refusal)
            {
                _problems.Add(refusal);
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            _problems.Add(FileHead.Bad(file, line.Number, line.IsTooLong ? "The line is longer than 64 MB." : $"The line is no pair of a shadow: {ShownText.Of(e.Message)}"));
        }

        return null;
    }

    private static ShadowPair Pair(JsonElement json, SourcePlace place) => new()
    {
        Id = Text(json.GetProperty("id")),
        Arm = json.GetProperty("arm").GetString() switch
        {
            "candidate" => ShadowArm.Candidate,
            "incumbent" => ShadowArm.Incumbent,
            _ => throw new FormatException("'arm' is neither 'candidate' nor 'incumbent'."),
        },
        Key = Text(json.GetProperty("key")),
        Rate = Rate(json.GetProperty("rate").GetDouble()),
        Slices = json.GetProperty("slices").EnumerateObject().ToDictionary(s => s.Name, Values, StringComparer.Ordinal),
        Input = json.TryGetProperty("input", out var input) ? input.Clone() : default,
        Incumbent = Answer(json.GetProperty("incumbent")),
        Shadow = Answer(json.GetProperty("shadow")),
        Place = place,
    };

    private static string Text(JsonElement json) => json.GetString() ?? throw new FormatException("A text is null.");

    private static double Rate(double rate) => rate is > 0 and <= 1 ? rate : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'rate' is {rate}, which no sample has."));

    private static IReadOnlyList<string> Values(JsonProperty slice) => slice.Value.ValueKind == JsonValueKind.Array
        ? [.. slice.Value.EnumerateArray().Select(Text)]
        : [Text(slice.Value)];

    private static ShadowAnswer Answer(JsonElement json)
    {
        var error = json.TryGetProperty("error", out var failed) ? Text(failed.GetProperty("kind")) : null;
        var usage = new Usage { InputTokens = Tokens(json, "input_tokens"), OutputTokens = Tokens(json, "output_tokens"), CostUsd = json.TryGetProperty("cost_usd", out var cost) ? cost.GetDecimal() : null };
        return new(
            error is null ? json.GetProperty("output").Clone() : default,
            error,
            Duration(json.GetProperty("ms").GetDouble()),
            usage == new Usage() ? null : usage);
    }

    private static TimeSpan Duration(double milliseconds) => milliseconds is >= 0 and < 1e12 ? TimeSpan.FromMilliseconds(milliseconds) : throw new FormatException("'ms' is no duration.");

    private static long? Tokens(JsonElement json, string name) => json.TryGetProperty(name, out var count) ? count.GetInt64() : null;
}
