using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>Files of one kind as a table function of the embedded engine. Their columns are declared, never inferred.</summary>
/// <param name="Name">The files in the words of messages.</param>
/// <param name="Paths">Whole paths.</param>
/// <param name="Function">The function; the paths are its first parameter.</param>
internal sealed record PairFiles(string Name, IReadOnlyList<string> Paths, string Function)
{
    /// <summary>The paths as the user wrote them.</summary>
    public required IReadOnlyList<string> Written { get; init; }

    /// <summary>Whether rows come in the order of the files, which costs memory.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>The function when its columns are known, from the rows that describe them; null where <see cref="Function"/> knows them.</summary>
    public Func<IEnumerable<IReadOnlyList<string?>>, string>? Typed { get; init; }

    private const string Parquet = "read_parquet($1, union_by_name = true)";

    /// <summary>The endings of files that are read.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"];

    /// <summary>Files as a map wants to read them, or what is wrong with them.</summary>
    public static (PairFiles? Files, IReadOnlyList<Diagnostic> Problems) Of(FileSource source, PairMap map)
    {
        var (ending, paths, problems) = OfOneKind(source);
        if (problems.Count > 0)
        {
            return (null, problems);
        }

        var function = ending switch
        {
            ".parquet" => Parquet,
            ".csv" => Csv(source, paths, ',', map, problems),
            ".tsv" => Csv(source, paths, '\t', map, problems),
            _ => $"read_json($1, format = 'newline_delimited', columns = {{{string.Join(", ", MapColumns.All(map).Select(c => $"'{c}': '{TypeOf(c, map, "DOUBLE")}'"))}}})",
        };
        return problems.Count > 0 ? (null, problems) : (As(function, source, paths), []);
    }

    /// <summary>Files as a table of what they hold, in their order: numbers and flags as such, texts as they are, everything nested as JSON.</summary>
    public static (PairFiles? Files, IReadOnlyList<Diagnostic> Problems) Whole(FileSource source)
    {
        var (ending, paths, problems) = OfOneKind(source);
        var files = ending switch
        {
            ".parquet" => As(Parquet, source, paths),
            ".csv" or ".tsv" => As($"read_csv($1, header = true, all_varchar = true, union_by_name = true, delim = '{(ending == ".csv" ? ',' : '\t')}', quote = '\"', escape = '\"', nullstr = '')", source, paths),
            _ => As("read_json($1, format = 'newline_delimited', sample_size = -1, maximum_depth = 2, map_inference_threshold = -1)", source, paths) with
            {
                Typed = columns => $"read_json($1, format = 'newline_delimited', columns = {{{string.Join(", ", columns.Select(c => $"{DuckDbStore.Literal(c[0]!)}: '{AsWritten(c[1]!)}'"))}}})",
            },
        };
        return problems.Count > 0 ? (null, problems) : (files with { IsOrdered = true }, []);
    }

    /// <summary>A message of the engine with the paths as the user wrote them.</summary>
    public string Shown(string message) => Paths.Zip(Written).Aggregate(message, (text, path) => text.Replace(path.First, path.Second, StringComparison.Ordinal));

    private static string[] PathsOf(FileSource source) => [.. source.Files.Select(f => Path.GetFullPath(f, source.Folder))];

    private static PairFiles As(string function, FileSource source, string[] paths) => new(NameOf(source), paths, function) { Written = [.. source.Files.Select(f => f.Replace('\\', '/'))] };

    private static IEnumerable<Diagnostic> Unreadable(FileSource source, string[] paths) =>
    [
        .. source.Files.Where(f => f.AsSpan().ContainsAny("*?[")).Select(f => Problem(DiagnosticCodes.WrongValue, f, "a name with *, ? or [ would be read as a pattern: rename the file.")),
        .. source.Files.Zip(paths).Where(f => !File.Exists(f.Second)).Select(f => Problem(DiagnosticCodes.NoFiles, f.First, "there is no such file.")),
    ];

    /// <summary>The one ending that the files have, where they are, and what is wrong with them.</summary>
    private static (string Ending, string[] Paths, List<Diagnostic> Problems) OfOneKind(FileSource source)
    {
        var paths = PathsOf(source);
        List<Diagnostic> problems = [.. Unreadable(source, paths)];
        var endings = source.Files.Select(f => Path.GetExtension(f).ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToArray();
        if (endings is [var ending] && Endings.Contains(ending))
        {
            return (ending, paths, problems);
        }

        problems.Add(Problem(DiagnosticCodes.WrongValue, source.Files[0], $"files of one kind are read at a time: {string.Join(", ", Endings)}."));
        return ("", paths, problems);
    }

    /// <summary>A text that looks like a time stays the text that it is.</summary>
    private static string AsWritten(string type) => type switch
    {
        "BIGINT" or "HUGEINT" or "DOUBLE" or "BOOLEAN" or "JSON" => type,
        _ when type.Contains('(', StringComparison.Ordinal) || type.Contains('[', StringComparison.Ordinal) => "JSON",
        _ => "VARCHAR",
    };

    private static string NameOf(FileSource source) => source.Files is [var one] ? one : $"{source.Files[0]} and {source.Files.Count - 1} more";

    /// <summary>JSON knows true and false; in CSV they are text.</summary>
    private static string TypeOf(string column, PairMap map, string passFail) => MapColumns.Texts(map).Contains(column) ? "VARCHAR"
        : map.Metrics.Any(m => m.Metric.Kind == MetricKind.Binary && (m.Baseline == column || m.Candidate == column)) ? passFail
        : "DOUBLE";

    /// <summary>Columns come in the order of the files; those that the map does not name keep none of their own.</summary>
    private static string Csv(FileSource source, string[] paths, char separator, PairMap map, List<Diagnostic> problems)
    {
        var heads = paths.Select(p => CsvHead.Read(p, separator)).ToArray();
        var wanted = MapColumns.All(map);
        for (var i = 0; i < heads.Length; i++)
        {
            var head = heads[i];
            var file = source.Files[i];
            problems.AddRange(wanted.Where(w => !head.Contains(w)).Select(w => Problem(DiagnosticCodes.MissingField, file, $"there is no column '{w}' in its first line.", 1)));
            problems.AddRange(wanted.Where(w => head.Count(h => h == w) > 1).Select(w => Problem(DiagnosticCodes.Duplicate, file, $"column '{w}' is there twice.", 1)));
            if (!head.SequenceEqual(heads[0], StringComparer.Ordinal))
            {
                problems.Add(Problem(DiagnosticCodes.InvalidCsv, file, $"its columns are not those of {source.Files[0]}, in the same order.", 1));
            }
        }

        var columns = heads[0].Select((h, i) => wanted.Contains(h) ? $"'{h}': '{TypeOf(h, map, "VARCHAR")}'" : $"'column {i}': 'VARCHAR'");
        return $"read_csv($1, header = true, auto_detect = false, delim = '{separator}', quote = '\"', escape = '\"', nullstr = '', columns = {{{string.Join(", ", columns)}}})";
    }

    private static Diagnostic Problem(string code, string file, string message, int line = 0) => new(code, Severity.Error, message, new(file.Replace('\\', '/'), line, 0));
}
