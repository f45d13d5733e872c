using System.CommandLine;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;
using EvalGate.Warehouse;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate sums</c></summary>
internal sealed class SumsVerb
{
    private readonly PairSources _sources = new();
    private readonly Option<string> _map = new("--map") { Description = "What the columns mean and what is demanded.", HelpName = "MAP.yaml", Required = true };
    private readonly Option<string?> _printSql = new("--print-sql") { Description = "Prints the SQL for a table of an engine that is not connected to, and reads nothing.", HelpName = "TABLE" };
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new SumsVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("sums", "Judges a log of pairs, where two versions answered the same requests, by sums that SQL makes where the rows are.")
        {
            Examples =
            [
                ("evalgate sums 'logs/*.parquet' --map pairs.yaml", "Files, by an engine inside the tool: millions of rows, no server."),
                ("evalgate sums 'postgresql://reader@db/evals?table=logs.pairs' \\\n    --map pairs.yaml", "The same sums, to the byte, made by the server; several servers are shards of one log."),
                ("evalgate sums --print-sql logs.pairs --map pairs.yaml", "The SQL for any other engine; --import reads what it gave."),
            ],
            Notes =
            [
                "A map: 'pairs: NAME', 'slices: [language, topic, [language, topic]]', 'unit: user_id' where one user has several rows, "
                    + "'metrics: { correct: { baseline: ok_old, candidate: ok_new } }' (pass or fail; a score has 'range: 1..5', time and money have 'limit: 60000', 'better: lower', and 'show: p95' for a quantile beside the verdict), "
                    + "and 'gate: { rules: [ … ] }' as in a suite.",
                "A row with a number outside its range, a shard that does not answer, or a result that is not whole is an error, never a verdict on the rest. "
                    + "Passwords come from PGPASSWORD or a password file, and from CLICKHOUSE_PASSWORD.",
            ],
        };
        verb.Add(_sources.Argument);
        verb.AddAll([_map, .. _sources.All, _printSql, _json.Option]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var file = parsed.GetRequiredValue(_map);
        var reading = PairMapReader.Read(TextFile.Read(Path.Combine(terminal.Folder, file)), file);
        if (terminal.ShowAny(reading.Diagnostics))
        {
            return ExitCode.Failed;
        }

        return parsed.GetValue(_printSql) is { } table ? PrintSql(table, reading, terminal) : Judge(reading, parsed, terminal);
    }

    private static int PrintSql(string table, PairMapReading reading, Terminal terminal)
    {
        terminal.Out.Write(WarehouseReader.Sql(table, reading.Map!));
        return ExitCode.NothingBlocks;
    }

    private int Judge(PairMapReading reading, ParseResult parsed, Terminal terminal)
    {
        var sources = _sources.Read(parsed, terminal);
        Diagnostic[] missing =
        [
            .. reading.Gate is null ? [Missing("nothing is demanded, so nothing would be judged: add 'gate: { rules: [ … ] }'.", reading.Map!.Place)] : Array.Empty<Diagnostic>(),
            .. sources.Count == 0 ? [Missing("say where the log is: files, connections, or --import.", new("SOURCE", 0, 0))] : Array.Empty<Diagnostic>(),
        ];
        var read = missing.Length > 0 ? new(null, missing) : WarehouseReader.Read(sources, reading.Map!, _sources.Limits(parsed));
        if (terminal.ShowAny(read.Problems))
        {
            return ExitCode.Failed;
        }

        var verdict = read.Totals!.Judge(reading.Map!, reading.Gate!);
        _json.Show(parsed, terminal, TextReport.Write(verdict, new() { Width = terminal.Width }) + QuantileText.Of(read.Totals.Quantiles), () => JsonReport.Write(verdict));
        return JsonReport.ExitCode(verdict);
    }

    private static Diagnostic Missing(string message, SourcePlace place) => new(DiagnosticCodes.MissingKey, Severity.Error, message, place);
}
