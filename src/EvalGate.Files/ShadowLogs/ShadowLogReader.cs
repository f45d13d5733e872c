using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Model;
using EvalGate.ShadowLogs;

namespace EvalGate.Files;

/// <summary>Reads the logs that <c>EvalGate.Shadow</c> writes, in files or in tables, pair by pair, so that their length does not matter.</summary>
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

    /// <summary>Reads the rows of a table, whose columns are named as the members of a log's line.</summary>
    /// <param name="rows">Each as a JSON object, and where it is. An object inside may be written as its text: not every engine has nested columns.</param>
    public IEnumerable<ShadowPair> Read(IEnumerable<(SourcePlace Place, string Json)> rows) => rows.TakeWhile(_ => _problems.Count < MostProblems).Select(row => Pair(row.Place, row.Json)).OfType<ShadowPair>().Where(IsNew);

    private IEnumerable<ShadowPair> Read(string path, string file)
    {
        using var stream = Disk.OpenRead(path);
        var lines = new LineReader(stream, LongestLine);
        while (_problems.Count < MostProblems && Disk.Access(path, lines.Next) is { IsTerminated: true } line)
        {
            if (Pair(line, file) is { } pair && IsNew(pair))
            {
                yield return pair;
            }
        }
    }

    private bool IsNew(ShadowPair pair)
    {
        var isNew = _seen.Add((pair.Arm, pair.Id));
        Repeated += isNew ? 0 : 1;
        return isNew;
    }

    private ShadowPair? Pair(Line line, string file) => Attempt(new(file, line.Number, 0), () =>
    {
        if (line.IsTooLong)
        {
            throw new FormatException("it is longer than 64 MB.");
        }

        using var json = JsonStyle.Parse(line.Bytes);
        if (line.Number > 1)
        {
            return Pair(json.RootElement, new(file, line.Number, 0));
        }

        if (FileHead.Refuse(json.RootElement, Kind, file) is { } refusal)
        {
            _problems.Add(refusal);
        }

        return null;
    });

    private ShadowPair? Pair(SourcePlace place, string row) => Attempt(place, () =>
    {
        using var json = JsonStyle.Parse(Encoding.UTF8.GetBytes(row));
        var pair = Pair(json.RootElement, place);
        return pair with { Input = Nested(pair.Input) };
    });

    private ShadowPair? Attempt(SourcePlace place, Func<ShadowPair?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            _problems.Add(FileHead.Bad(place.File, place.Line, $"This is no pair of a shadow: {ShownText.Of(e.Message)}"));
            return null;
        }
    }

    private static ShadowPair Pair(JsonElement json, SourcePlace place) => new()
    {
        Id = Text(Required(json, "id")),
        Arm = Required(json, "arm").GetString() switch
        {
            "candidate" => ShadowArm.Candidate,
            "incumbent" => ShadowArm.Incumbent,
            _ => throw new FormatException("'arm' is neither 'candidate' nor 'incumbent'."),
        },
        Key = Text(Required(json, "key")),
        Rate = Rate(Required(json, "rate").GetDouble()),
        Slices = Nested(Required(json, "slices")).EnumerateObject().Where(s => s.Value.ValueKind != JsonValueKind.Null).ToDictionary(s => s.Name, Values, StringComparer.Ordinal),
        Input = json.TryGetProperty("input", out var input) ? input.Clone() : default,
        Incumbent = Answer(Nested(Required(json, "incumbent"))),
        Shadow = Answer(Nested(Required(json, "shadow"))),
        Place = place,
    };

    private static string Text(JsonElement json) => json.GetString() ?? throw new FormatException("A text is null.");

    /// <summary>The object that a text holds; any other value itself.</summary>
    private static JsonElement Nested(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String || json.GetString() is not ['{', ..] text)
        {
            return json;
        }

        try
        {
            using var inner = JsonStyle.Parse(Encoding.UTF8.GetBytes(text));
            return inner.RootElement.Clone();
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static double Rate(double rate) => rate is > 0 and <= 1 ? rate : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'rate' is {rate}, which no sample has."));

    private static IReadOnlyList<string> Values(JsonProperty slice) => slice.Value.ValueKind == JsonValueKind.Array
        ? [.. slice.Value.EnumerateArray().Select(Text)]
        : [Text(slice.Value)];

    private static ShadowAnswer Answer(JsonElement json)
    {
        var error = Member(json, "error") is { } failed ? Text(Required(failed, "kind")) : null;
        var usage = new Usage { InputTokens = Tokens(json, "input_tokens"), OutputTokens = Tokens(json, "output_tokens"), CostUsd = Member(json, "cost_usd")?.GetDecimal() };
        return new(
            error is null ? Required(json, "output").Clone() : default,
            error,
            Duration(Required(json, "ms").GetDouble()),
            usage == new Usage() ? null : usage);
    }

    private static TimeSpan Duration(double milliseconds) => milliseconds is >= 0 and < 1e12 ? TimeSpan.FromMilliseconds(milliseconds) : throw new FormatException("'ms' is no duration.");

    private static long? Tokens(JsonElement json, string name) => Member(json, name)?.GetInt64();

    private static JsonElement Required(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : throw new FormatException($"'{name}' is missing.");

    /// <summary>A table has every column in every row: null is what a line leaves out.</summary>
    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
