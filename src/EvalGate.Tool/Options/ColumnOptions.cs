using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Model;

namespace EvalGate.Tool.Options;

/// <summary>The options that say which columns are compared, and what their numbers are.</summary>
internal sealed class ColumnOptions
{
    private readonly Option<string[]> _metric = new("--metric")
    {
        Description = "A column to compare; repeat it for several. Numbers, true or false; a path of JSON keys such as output.correct.",
        HelpName = "COLUMN",
    };

    private readonly Option<string[]> _better = new("--better")
    {
        Description = "Which way is better: higher (the default) or lower, for all metrics or for one.",
        HelpName = "[COLUMN=]WAY",
        CompletionSources = { "higher", "lower" },
    };

    private readonly Option<string[]> _range = new("--range")
    {
        Description = "The range of a score, such as 1..5. Without it a column of 0 and 1 is pass/fail, and any other is unbounded.",
        HelpName = "COLUMN=FROM..TO",
    };

    public IEnumerable<Option> All => [_metric, _better, _range];

    /// <summary>The columns as they were asked for; what is wrong goes to <paramref name="problems"/>.</summary>
    public IReadOnlyList<ComparedColumn> Read(ParseResult parsed, List<Diagnostic> problems)
    {
        var names = (parsed.GetValue(_metric) ?? []).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length == 0)
        {
            problems.Add(new(DiagnosticCodes.MissingKey, Severity.Error, "say which column is compared, such as --metric correct.", new("--metric", 0, 0)));
        }

        var better = Directions(parsed, names, problems);
        var ranges = Ranges(parsed, names, problems);
        return [.. names.Select(n => new ComparedColumn(n, better.GetValueOrDefault(n, better.GetValueOrDefault("", Direction.Higher)), ranges.GetValueOrDefault(n)))];
    }

    private Dictionary<string, Direction> Directions(ParseResult parsed, string[] names, List<Diagnostic> problems)
    {
        var directions = new Dictionary<string, Direction>(StringComparer.Ordinal);
        foreach (var (name, value) in Assigned(parsed, _better, names, problems))
        {
            switch (value)
            {
                case "higher":
                    directions[name ?? ""] = Direction.Higher;
                    break;
                case "lower":
                    directions[name ?? ""] = Direction.Lower;
                    break;
                default:
                    problems.Add(Wrong($"--better {value}", "higher and lower are allowed."));
                    break;
            }
        }

        return directions;
    }

    private Dictionary<string, ValueRange> Ranges(ParseResult parsed, string[] names, List<Diagnostic> problems)
    {
        var ranges = new Dictionary<string, ValueRange>(StringComparer.Ordinal);
        foreach (var (name, value) in Assigned(parsed, _range, names, problems))
        {
            if (name is not null && Quantity.Range(value) is ({ } from, { } to) && from < to)
            {
                ranges[name] = new(from, to);
            }
            else
            {
                problems.Add(Wrong($"--range {(name is null ? "" : $"{name}=")}{value}", $"write a column with its least and greatest score, such as {names.FirstOrDefault("score")}=1..5."));
            }
        }

        return ranges;
    }

    private static IEnumerable<Assignment> Assigned(ParseResult parsed, Option<string[]> option, string[] names, List<Diagnostic> problems)
    {
        var all = (parsed.GetValue(option) ?? []).Select(Assignment.Of).ToArray();
        foreach (var unknown in all.Where(a => a.Name is not null && !names.Contains(a.Name, StringComparer.Ordinal)))
        {
            problems.Add(new(
                DiagnosticCodes.UnknownName,
                Severity.Error,
                $"there is no metric '{unknown.Name}'; compared are {string.Join(", ", names)}.{Nearest.Hint(unknown.Name!, names)}",
                new($"{option.Name} {unknown.Name}={unknown.Value}", 0, 0)));
        }

        return all.Where(a => a.Name is null || names.Contains(a.Name, StringComparer.Ordinal));
    }

    private static Diagnostic Wrong(string option, string message) => new(DiagnosticCodes.WrongValue, Severity.Error, message, new(option, 0, 0));
}
