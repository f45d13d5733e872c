using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>A place with rows in it that understands SQL: pairs, or requests of production.</summary>
internal abstract class PairStore : IDisposable
{
    /// <summary>The place in the words of messages; it holds no password.</summary>
    public abstract string Name { get; }

    /// <summary>How it writes SQL.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>Where the rows are, as a FROM item knows it: a quoted table, or a table function.</summary>
    public abstract string Table { get; }

    /// <summary>What the columns hold that are there and that the map names.</summary>
    public abstract IReadOnlyDictionary<string, ColumnKind> Columns(PairMap map);

    /// <summary>Runs the query, and gives every value as text.</summary>
    public abstract IEnumerable<IReadOnlyList<string?>> Run(string sql);

    /// <summary>Every row as a JSON object, in the order of some columns as text, byte by byte.</summary>
    public virtual IEnumerable<string> Documents(IReadOnlyList<string> order) => Run($"select cast({Dialect.Document} as varchar) from {Table} t{OrderBy(order)}").Select(row => row[0]!);

    /// <summary>Runs the user's own query over <c>requests</c>, which are the rows here, and gives every row as a JSON object.</summary>
    /// <param name="query">One query that selects; where it is sent nothing can be written.</param>
    public virtual IEnumerable<string> Objects(string query) => Run(Over($"cast({Dialect.Document} as varchar)", query, Table)).Select(row => row[0]!);

    /// <summary>The user's query inside another one, whose rows are called <c>t</c>; a comment at its end ends there.</summary>
    /// <param name="select">What is selected of its rows.</param>
    /// <param name="query">The query.</param>
    /// <param name="table">What <c>requests</c> are.</param>
    protected static string Over(string select, string query, string table) =>
        $"with requests as (select * from {table})\nselect {select} from (\n{query.Trim().TrimEnd(';')}\n) t";

    protected string OrderBy(IReadOnlyList<string> columns) => " order by " + string.Join(", ", columns.Select(c => Dialect.Text(SqlName.Quote(c)) + Dialect.Collation));

    /// <summary>What an exception of the engine says of the user's rows; null when it is about something else.</summary>
    public virtual Diagnostic? ProblemOf(Exception exception) => null;

    public abstract void Dispose();
}
