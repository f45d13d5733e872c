using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Gathers cases and problems, and finds duplicate ids.</summary>
internal sealed class CaseCollector(int limit = ProblemList.UsualLimit)
{
    private readonly List<Case> _cases = [];
    private readonly ProblemList _problems = new(limit);
    private readonly Dictionary<string, SourcePlace> _firstPlaces = new(StringComparer.Ordinal);

    /// <summary>Reads the slices of all these cases.</summary>
    public SliceFields Slices { get; } = new();

    public void Add(Diagnostic problem) => _problems.Add(problem);

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

    public CasesReading Finish() => new(_cases, _problems.All);
}
