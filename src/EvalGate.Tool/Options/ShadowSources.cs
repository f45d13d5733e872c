using System.CommandLine;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Warehouse;

namespace EvalGate.Tool.Options;

/// <summary>The argument that says where shadow logs are: files of lines, or tables.</summary>
internal sealed class ShadowSources
{
    /// <summary>A table has no order of its own; lines have the order of time.</summary>
    private static readonly string[] Order = ["at", "id"];

    private readonly Argument<string[]> _logs = new("LOGS")
    {
        Description = "Shadow logs: .jsonl files or quoted patterns such as 'logs/*.jsonl'; the same in .parquet, or in a table: postgresql://USER@HOST/DATABASE?table=NAME, clickhouse://HOST?table=NAME.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The argument.</summary>
    public Argument Argument => _logs;

    /// <summary>Files of lines, or patterns.</summary>
    public IReadOnlyList<string> Logs(ParseResult parsed) => [.. Texts(parsed).Where(t => !IsTable(t))];

    /// <summary>The rows of all tables, read while they are enumerated.</summary>
    /// <exception cref="FilesException">While enumerating: a pattern that no file matches.</exception>
    /// <exception cref="WarehouseException">A text that is no connection; while enumerating, a server that refuses.</exception>
    public IEnumerable<(SourcePlace Place, string Json)> Rows(ParseResult parsed, Terminal terminal) =>
        Texts(parsed).Where(IsTable).SelectMany(t => PairSources.Named([t], terminal)).ToArray().SelectMany(source => StoredDocuments.Read(source, Order, new()));

    private static bool IsTable(string text) => ConnectionText.IsOne(text) || text.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    private string[] Texts(ParseResult parsed) => parsed.GetRequiredValue(_logs);
}
