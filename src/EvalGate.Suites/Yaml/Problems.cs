using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Suites.Yaml;

/// <summary>Collects everything that is wrong with one file.</summary>
internal sealed class Problems(string file)
{
    /// <summary>More than this nobody reads.</summary>
    private const int Listed = 100;

    private readonly List<Diagnostic> _all = [];

    public bool HasErrors => _all.Any(d => d.Severity == Severity.Error);

    /// <summary>The first problems by place, and a note that counts the others.</summary>
    public IReadOnlyList<Diagnostic> All
    {
        get
        {
            var sorted = _all.OrderBy(d => d.Place.Line).ThenBy(d => d.Place.Column);
            return _all.Count <= Listed ? [.. sorted] : [.. sorted.Take(Listed), Unlisted()];
        }
    }

    public SourcePlace At(Node node) => new(file, node.Line, node.Column);

    public void Add(string code, Node at, string message) => Add(code, at.Line, at.Column, message);

    public void Add(string code, int line, int column, string message) => _all.Add(new(code, Severity.Error, message, new(file, line, column)));

    /// <summary>Refuses more of a kind than any suite needs.</summary>
    /// <returns>True when there are too many.</returns>
    public bool RefuseMany(Node at, int count, int most, string what)
    {
        if (count > most)
        {
            Add(DiagnosticCodes.TooLarge, at, string.Create(CultureInfo.InvariantCulture, $"there are {count} {what}; {most} are allowed. Use several suites."));
        }

        return count > most;
    }

    private Diagnostic Unlisted() => new(
        DiagnosticCodes.TooLarge,
        Severity.Note,
        string.Create(CultureInfo.InvariantCulture, $"{_all.Count - Listed} more problems are not listed. Mend the first {Listed}, then read again."),
        new(file, 0, 0));
}
