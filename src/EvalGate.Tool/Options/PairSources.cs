using System.CommandLine;
using EvalGate.Files;
using EvalGate.Warehouse;

namespace EvalGate.Tool.Options;

/// <summary>The arguments and options that say where a log of pairs is, and what reading it may cost.</summary>
internal sealed class PairSources
{
    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Description = "Files (.jsonl, .csv, .tsv or .parquet; a pattern in quotes), or connections: postgresql://USER@HOST/DATABASE?table=NAME, clickhouse://HOST?table=NAME. Several are the shards of one log.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _import = new("--import") { Description = "Results that other engines gave for the text of --print-sql: .csv or .jsonl.", HelpName = "FILE" };

    private readonly Option<int> _memory = new("--memory")
    {
        Description = "Megabytes that reading files may take before it spills to disk. Default: 1024.",
        HelpName = "MB",
        DefaultValueFactory = _ => 1024,
    };

    /// <summary>The argument.</summary>
    public Argument Argument => _sources;

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [_import, _memory];

    /// <summary>What reading may cost.</summary>
    public WarehouseLimits Limits(ParseResult parsed) => new() { Megabytes = Math.Max(32, parsed.GetValue(_memory)) };

    /// <summary>The sources; files of all patterns are one.</summary>
    /// <exception cref="FilesException">A pattern that no file matches.</exception>
    /// <exception cref="WarehouseException">A text that is no connection.</exception>
    public IReadOnlyList<WarehouseSource> Read(ParseResult parsed, Terminal terminal)
    {
        var texts = parsed.GetValue(_sources) ?? [];
        return [.. Named(texts, terminal), .. (parsed.GetValue(_import) ?? []).Select(file => new ImportedSource(terminal.Folder, file))];
    }

    /// <summary>The files and connections that texts name; files of all patterns are one source.</summary>
    /// <exception cref="FilesException">A pattern that no file matches.</exception>
    /// <exception cref="WarehouseException">A text that is no connection.</exception>
    public static IEnumerable<WarehouseSource> Named(IReadOnlyList<string> texts, Terminal terminal)
    {
        string[] files = [.. texts.Where(t => !ConnectionText.IsOne(t)).SelectMany(t => FilePattern.Find(terminal.Folder, t))];
        return
        [
            .. files.Length > 0 ? [new FileSource(terminal.Folder, files)] : Array.Empty<WarehouseSource>(),
            .. texts.Where(ConnectionText.IsOne).Select(t => ConnectionText.Parse(t, terminal.Variable("CLICKHOUSE_PASSWORD"))),
        ];
    }
}
