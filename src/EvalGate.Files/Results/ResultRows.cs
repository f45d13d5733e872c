using System.Collections.Immutable;
using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Collects the rows of one side, from any number of files: only sound rows are kept, and everything wrong is reported.</summary>
internal sealed class ResultRows
{
    private readonly ResultColumns _wanted;
    private readonly NameColumn _id;
    private readonly NumberColumn[] _scores;
    private readonly SliceColumn[] _slices;
    private readonly NameColumn? _group;
    private readonly List<int> _cases = [];
    private readonly List<SourcePlace> _files = [];
    private readonly List<(int File, int Line)> _firstRows = [];
    private readonly List<Diagnostic> _problems = [];
    private ProblemList _problemsOfFile = new();
    private bool _isSound;

    public ResultRows(ResultColumns wanted)
    {
        _wanted = wanted;
        _id = new(wanted.Id);
        _scores = [.. wanted.Scores.Select(s => new NumberColumn(s))];
        _slices = [.. wanted.Slices.Select(s => new SliceColumn(s, !wanted.NeedsSlices))];
        _group = wanted.Group is { } group ? new(group, !wanted.NeedsSlices) : null;
        Columns = [_id, .. _scores, .. _slices, .. _group is null ? Array.Empty<ResultColumn>() : [_group]];
    }

    public ImmutableArray<ResultColumn> Columns { get; }

    public void BeginFile(string file)
    {
        _files.Add(new(file, 0, 0));
        _problemsOfFile = new();
        foreach (var column in Columns)
        {
            column.IsFound = false;
        }
    }

    /// <summary>Ends a file; what columns it has is asked only when one is missing.</summary>
    public void EndFile(bool hasRows, Func<IReadOnlyList<string>> columns)
    {
        if (!hasRows && _problemsOfFile.Count == 0)
        {
            Report(DiagnosticCodes.NoCases, """The file has no results. A result is one line such as {"id":"greeting","correct":true}, or a row of a CSV file below its header.""", 0, 0);
        }

        foreach (var column in Columns.Where(c => hasRows && !c.IsFound && !c.IsOptional))
        {
            var there = columns();
            Report(
                DiagnosticCodes.UnknownName,
                $"there is no column '{ShownText.Of(column.Name)}'; there are {string.Join(", ", there.Take(20).Select(n => ShownText.Of(n)))}.{Nearest.Hint(column.Name, there)}",
                0,
                0);
        }

        _problems.AddRange(_problemsOfFile.All);
    }

    public void BeginRow()
    {
        _isSound = true;
        foreach (var column in Columns)
        {
            column.Clear();
        }
    }

    /// <summary>Reports a problem of the row that is being read; the row is dropped.</summary>
    public void Report(string code, string message, int line, int column)
    {
        _isSound = false;
        _problemsOfFile.Add(new(code, Severity.Error, message, _files[^1] with { Line = line, Column = column }));
    }

    public void EndRow(int line)
    {
        if (_isSound && _id.Taken < 0)
        {
            Report(DiagnosticCodes.MissingField, $"The row has no '{_wanted.Id}'.", line, 0);
        }

        var isKnown = _id.Taken < _firstRows.Count;
        while (_id.Taken >= _firstRows.Count)
        {
            // A case is known by its first row, sound or not; a row may even have said two ids.
            KeepCase(line);
        }

        if (_isSound && isKnown && Disagreement(_id.Taken) is { } fault)
        {
            Report(fault.Code, fault.Message, line, 0);
        }

        if (!_isSound)
        {
            return;
        }

        _cases.Add(_id.Taken);
        foreach (var score in _scores)
        {
            score.Keep();
        }
    }

    public ResultReading Finish() => new(
        new(_id.Names, _cases, [.. _scores.Select(s => s.Values)])
        {
            Slices = [.. _slices.Select(s => s.Values)],
            Groups = _group?.Values,
        },
        _problems);

    private void KeepCase(int line)
    {
        _firstRows.Add((_files.Count - 1, line));
        foreach (var slice in _slices)
        {
            slice.Keep();
        }

        _group?.Keep();
    }

    private (string Code, string Message)? Disagreement(int number)
    {
        var (file, line) = _firstRows[number];
        var first = _files[file] with { Line = line };
        var id = ShownText.Of(_id.Names.Text(number));
        if (!_wanted.Repetitions)
        {
            return (DiagnosticCodes.DuplicateCase, $"The id '{id}' is already used at {first}. Give each case an id of its own, or say --repetitions where rows of one id are repetitions of one case.");
        }

        var other = _slices.Where(s => !s.Agrees(number)).Select(s => s.Name).Concat(_group is { } group && !group.Agrees(number) ? [group.Name] : []).FirstOrDefault();
        return other is null
            ? null
            : (DiagnosticCodes.WrongField, string.Create(CultureInfo.InvariantCulture, $"'{other}' of '{id}' differs from its first repetition at {first}. All repetitions of a case belong to the same slices and group."));
    }
}
