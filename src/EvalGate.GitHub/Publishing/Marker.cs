using System.Globalization;
using System.Text.RegularExpressions;

namespace EvalGate.GitHub;

/// <summary>The last line of a comment: which report it is, of which commit and run. Only the last line counts, so that nothing above can imitate it.</summary>
/// <param name="Key">Tells the comments of one pull request apart.</param>
/// <param name="Head">The commit that was measured.</param>
/// <param name="Run">The workflow run.</param>
/// <param name="Attempt">Its attempt.</param>
internal sealed partial record Marker(string Key, string Head, long Run, int Attempt)
{
    public static Marker? Read(string? body) =>
        body is not null && Line().Match(body.TrimEnd().Split('\n')[^1]) is { Success: true } line
            && long.TryParse(line.Groups["run"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var run)
            && int.TryParse(line.Groups["attempt"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            ? new(line.Groups["key"].Value, line.Groups["head"].Value, run, attempt)
            : null;

    /// <summary>The greatest stands: a report of the head before one of another commit, then the later run.</summary>
    public (bool IsOfHead, long Run, int Attempt) RankAt(string head) => (Head == head, Run, Attempt);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"<!-- evalgate:report v=1 key={Key} head={Head} run={Run}.{Attempt} -->");

    [GeneratedRegex(@"^<!-- evalgate:report v=1 key=(?<key>[A-Za-z0-9._-]{1,64}) head=(?<head>[0-9a-f]{40,64}) run=(?<run>\d{1,18})\.(?<attempt>\d{1,9}) -->\z")]
    private static partial Regex Line();
}
