using System.Globalization;
using System.Text.RegularExpressions;

namespace EvalGate.GitHub;

/// <summary>What a comment asks to accept: <c>/evalgate accept 7f3a9c1e… --slices 1,2 --snapshots A --reason "…" --until 2027-01-31</c>.</summary>
public sealed partial record CommentCommand
{
    private const string Start = "/evalgate accept";
    private const int LongestReason = 500;

    /// <summary>The result that is meant.</summary>
    public required string Code { get; init; }

    /// <summary>Regressions, by number or by slice.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    /// <summary>Letters of groups of changed snapshots.</summary>
    public IReadOnlyList<string> Snapshots { get; init; } = [];

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day; null for the usual time.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether a comment is a command at all: its first line begins with it.</summary>
    /// <param name="body">The comment.</param>
    public static bool IsIn(string body) => FirstLine(body) is var line && (line == Start || line.StartsWith(Start + " ", StringComparison.Ordinal));

    /// <summary>Reads a command.</summary>
    /// <param name="body">The comment; only its first line counts.</param>
    /// <returns>The command, or what is wrong with it.</returns>
    public static (CommentCommand? Command, string? Problem) Read(string body)
    {
        var words = Words().Matches(FirstLine(body)[Start.Length..]).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value).ToArray();
        if (words is not [var code, .. var rest] || !Code16().IsMatch(code))
        {
            return (null, "the code is missing: write it as the report shows it");
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < rest.Length; i += 2)
        {
            if (rest[i] is not ("--slices" or "--snapshots" or "--reason" or "--until") || i + 1 == rest.Length || !options.TryAdd(rest[i], rest[i + 1]))
            {
                return (null, "--slices, --snapshots, --reason and --until are understood, each once and with a value");
            }
        }

        return Of(code, options);
    }

    private static (CommentCommand? Command, string? Problem) Of(string code, Dictionary<string, string> options)
    {
        var reason = options.GetValueOrDefault("--reason")?.Trim();
        var day = options.GetValueOrDefault("--until");
        DateOnly? until = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        var (slices, snapshots) = (List(options, "--slices"), List(options, "--snapshots"));
        return (reason, day, slices, snapshots) switch
        {
            (null or "" or { Length: > LongestReason }, _, _, _) => (null, "--reason is missing or too long: say why, in quotes"),
            (_, not null, _, _) when until is null => (null, "--until must be a day such as 2027-01-31"),
            (_, _, [], []) => (null, "name what is accepted: --slices, --snapshots, or both"),
            _ => (new() { Code = code, Slices = slices, Snapshots = snapshots, Reason = reason, Until = until }, null),
        };
    }

    private static string[] List(Dictionary<string, string> options, string name) =>
        options.GetValueOrDefault(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string FirstLine(string body) => body.Split('\n')[0].TrimEnd();

    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|[^\\s\"]+")]
    private static partial Regex Words();

    [GeneratedRegex("^[0-9a-f]{16}\\z")]
    private static partial Regex Code16();
}
