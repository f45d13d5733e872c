using System.CommandLine;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Warehouse;

namespace EvalGate.Tool.Options;

/// <summary>The options that say where requests of production are: a file, or a query over files or a server.</summary>
internal sealed class ProductionOptions
{
    private readonly Option<string?> _production = new("--production")
    {
        Description = "Requests of production: a file of one JSON object a line, with 'input' and slice values; or, with --from, a SELECT whose columns are these. Default: 'coverage: production' of the suite.",
        HelpName = "FILE.jsonl|SQL",
    };

    private readonly Option<string[]> _from = new("--from")
    {
        Description = "Where the query's 'requests' are: files (.jsonl, .csv, .tsv or .parquet; a pattern in quotes), or one connection, as for 'evalgate sums'.",
        HelpName = "SOURCE",
    };

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [_production, _from];

    /// <summary>The file; null for the suite's, and where a query is asked.</summary>
    public string? File(ParseResult parsed) => IsQuery(parsed) ? null : parsed.GetValue(_production);

    /// <summary>The rows of the query, or what is wrong; no rows where a file is read.</summary>
    /// <exception cref="FilesException">A pattern that no file matches.</exception>
    /// <exception cref="WarehouseException">An engine cannot be reached or refuses.</exception>
    public (IReadOnlyList<string>? Rows, IReadOnlyList<Diagnostic> Problems) Query(ParseResult parsed, Terminal terminal)
    {
        if (!IsQuery(parsed))
        {
            return (null, []);
        }

        var sources = PairSources.Named(parsed.GetValue(_from)!, terminal).ToArray();
        return sources is [var source]
            ? RequestReader.Read(source, parsed.GetValue(_production) ?? RequestReader.Everything, new())
            : (null, [new(DiagnosticCodes.WrongValue, Severity.Error, "a query reads files, or one connection, not both.", new("--from", 0, 0))]);
    }

    private bool IsQuery(ParseResult parsed) => parsed.GetValue(_from) is [_, ..];
}
