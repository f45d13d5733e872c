using System.Text.RegularExpressions;

namespace EvalGate.Warehouse;

/// <summary>Names that may stand in SQL: letters, digits and underscores, and even those in quotes.</summary>
/// <remarks>Doubling quotes alone is not enough where a backslash escapes, so names with anything else are refused.</remarks>
public static partial class SqlName
{
    /// <summary>What our own names start with: some engines let a name that a query gives hide a column.</summary>
    internal const string Own = "eg_";

    /// <summary>What a name may consist of, in the words of messages.</summary>
    public const string Allowed = $"letters, digits and '_' are allowed, at most 63, not starting with a digit or with '{Own}'";

    /// <summary>Whether a name may stand in SQL.</summary>
    /// <param name="name">A column's name.</param>
    public static bool IsAllowed(string name) => Name().IsMatch(name) && !name.StartsWith(Own, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name in quotes.</summary>
    /// <param name="name">A name that <see cref="IsAllowed"/>.</param>
    internal static string Quote(string name) => IsAllowed(name) ? $"\"{name}\"" : throw new ArgumentException($"This name may not stand in SQL: {name}", nameof(name));

    /// <summary>A table's name, with its schema or database before a dot where it has one.</summary>
    internal static string QuoteTable(string table) => string.Join('.', table.Split('.').Select(Quote));

    /// <summary>Whether a table's name may stand in SQL.</summary>
    internal static bool IsAllowedTable(string table) => table.Split('.') is { Length: <= 3 } parts && parts.All(IsAllowed);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
