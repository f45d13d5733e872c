using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The problems of one file; stops listing them where nobody reads on, and says how many more there are.</summary>
internal sealed class ProblemList(int limit = ProblemList.UsualLimit)
{
    public const int UsualLimit = 100;

    private readonly List<Diagnostic> _listed = [];
    private Diagnostic? _lastUnlisted;
    private int _unlisted;

    public int Count => _listed.Count + _unlisted;

    public void Add(Diagnostic problem)
    {
        if (_listed.Count < limit)
        {
            _listed.Add(problem);
            return;
        }

        _unlisted++;
        _lastUnlisted = problem;
    }

    /// <summary>The listed problems in the order found, and a note about the others.</summary>
    public IReadOnlyList<Diagnostic> All => _lastUnlisted is null ? _listed : [.. _listed, Note(_lastUnlisted)];

    private Diagnostic Note(Diagnostic last) => new(
        DiagnosticCodes.TooLarge,
        Severity.Note,
        string.Create(CultureInfo.InvariantCulture, $"{_unlisted} more problems are not listed. Mend the first {limit}, then read again."),
        last.Place with { Line = 0, Column = 0 });
}
