using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>A place with rows of pairs in it that understands SQL.</summary>
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

    protected string OrderBy(IReadOnlyList<string> columns) => " order by " + string.Join(", ", columns.Select(c => Dialect.Text(SqlName.Quote(c)) + Dialect.Collation));

    /// <summary>What an exception of the engine says of the user's rows; null when it is about something else.</summary>
    public virtual Diagnostic? ProblemOf(Exception exception) => null;

    public abstract void Dispose();
}
