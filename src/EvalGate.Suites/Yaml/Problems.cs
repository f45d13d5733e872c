using EvalGate.Model;

namespace EvalGate.Suites.Yaml;

/// <summary>Collects everything that is wrong with one file.</summary>
internal sealed class Problems(string file)
{
    private readonly List<Diagnostic> _all = [];

    public bool HasErrors => _all.Any(d => d.Severity == Severity.Error);

    /// <summary>All problems by place.</summary>
    public IReadOnlyList<Diagnostic> All => [.. _all.OrderBy(d => d.Place.Line).ThenBy(d => d.Place.Column)];

    public SourcePlace At(Node node) => new(file, node.Line, node.Column);

    public void Add(string code, Node at, string message) => Add(code, at.Line, at.Column, message);

    public void Add(string code, int line, int column, string message) => _all.Add(new(code, Severity.Error, message, new(file, line, column)));
}
