using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Gathers cases and problems: finds duplicate ids, and stops listing problems where nobody reads on.</summary>
internal sealed class CaseCollector(int limit = CaseCollector.UsualLimit)
{
    public const int UsualLimit = 100;

    private readonly List<Case> _cases = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly Dictionary<string, SourcePlace> _firstPlaces = new(StringComparer.Ordinal);
    private Diagnostic? _lastUnlisted;
    private int _unlisted;

    public void Add(Diagnostic problem)
    {
        if (_problems.Count < limit)
        {
            _problems.Add(problem);
            return;
        }

        _unlisted++;
        _lastUnlisted = problem;
    }

    public void Add(Case item)
    {
        if (_firstPlaces.TryAdd(item.Id, item.Place))
        {
            _cases.Add(item);
            return;
        }

        var first = _firstPlaces[item.Id];
        Add(new Diagnostic(
            DiagnosticCodes.DuplicateCase,
            Severity.Error,
            $"The id '{item.Id}' is already used at {first}. Give this case an id of its own, or remove one of the two.",
            item.Place));
    }

    public CasesReading Finish()
    {
        if (_lastUnlisted is not null)
        {
            _problems.Add(new Diagnostic(
                DiagnosticCodes.TooLarge,
                Severity.Note,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_unlisted} more problems are not listed. Mend the first {limit}, then read again."),
                _lastUnlisted.Place with { Line = 0, Column = 0 }));
        }

        return new CasesReading(_cases, _problems);
    }
}
