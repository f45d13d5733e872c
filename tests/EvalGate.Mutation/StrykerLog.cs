using System.Globalization;
using System.Text.RegularExpressions;

namespace EvalGate.Mutation;

/// <summary>Reads from Stryker's trace which mutants it wrote into an assembly.</summary>
public static partial class StrykerLog
{
    /// <summary>The mutants that compiled, in order.</summary>
    /// <param name="lines">The trace.</param>
    /// <param name="sources">The folder of the project, as the trace names files.</param>
    public static IReadOnlyList<Mutant> Mutants(IEnumerable<string> lines, string sources)
    {
        var mutants = new SortedDictionary<int, Mutant>();
        var file = "";
        foreach (var entry in Entries(lines))
        {
            if (Mutating().Match(entry) is { Success: true } start)
            {
                file = Path.GetRelativePath(sources, start.Groups["file"].Value.Trim()).Replace('\\', '/');
            }
            else if (Created().Match(entry) is { Success: true } created)
            {
                var id = Number(created);
                mutants[id] = new(id, file, Spaces().Replace(created.Groups["change"].Value, " "));
            }
            else if (RolledBack().IsMatch(entry))
            {
                KeepOnly([.. Active().Matches(entry).Select(Number)], mutants);
            }
        }

        return [.. mutants.Values];
    }

    /// <summary>The mutants that a test host came by, as the mutated assembly writes them when the host ends.</summary>
    /// <param name="text">Numbers with commas; after a semicolon those in static constructors.</param>
    public static IEnumerable<int> Reached(string text) =>
        text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => int.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture));

    // What does not compile is taken out file by file, and the file is written into the trace as it is then.
    private static void KeepOnly(HashSet<int> left, SortedDictionary<int, Mutant> mutants)
    {
        var files = left.Where(mutants.ContainsKey).Select(id => mutants[id].File).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in mutants.Values.Where(m => files.Contains(m.File) && !left.Contains(m.Id)).ToArray())
        {
            mutants.Remove(gone.Id);
        }
    }

    // An entry goes on until the next line that starts with a time and a level.
    private static IEnumerable<string> Entries(IEnumerable<string> lines)
    {
        var entry = new List<string>();
        foreach (var line in lines)
        {
            if (Head().IsMatch(line) && entry.Count > 0)
            {
                yield return string.Join('\n', entry);
                entry.Clear();
            }

            entry.Add(line);
        }

        yield return string.Join('\n', entry);
    }

    private static int Number(Match match) => int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\[[\d:]+ [A-Z]{3}\] ")]
    private static partial Regex Head();

    [GeneratedRegex(@"\] Mutating (?<file>.+\.cs)\s*$")]
    private static partial Regex Mutating();

    [GeneratedRegex(@"\] Mutant (?<id>\d+) created (?<change>.*) using Stryker", RegexOptions.Singleline)]
    private static partial Regex Created();

    [GeneratedRegex(@"\] RolledBack to ")]
    private static partial Regex RolledBack();

    [GeneratedRegex(@"\.IsActive\((?<id>\d+)\)")]
    private static partial Regex Active();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
