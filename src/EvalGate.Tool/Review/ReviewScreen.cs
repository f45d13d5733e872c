using System.Globalization;
using System.Text.RegularExpressions;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Snapshots;
using Spectre.Console;

namespace EvalGate.Tool.Review;

/// <summary>Draws one group: what its changes have in common, where they are, and one of them with its difference and its scores.</summary>
internal sealed partial class ReviewScreen
{
    private const int MostLines = 30;
    private const int MostSlices = 6;

    private readonly IAnsiConsole _console;

    public ReviewScreen(Terminal terminal)
    {
        _console = AnsiConsole.Create(new()
        {
            Ansi = terminal.HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        _console.Profile.Width = terminal.Width;
    }

    /// <summary>Draws a group by the first of its changes that are left.</summary>
    public void Show(SnapshotState state, ChangeGroup group, IReadOnlyList<SnapshotChange> left)
    {
        var change = left[0];
        var blocking = left.Count(c => c.Policy == SnapshotPolicy.Block);
        _console.WriteLine();
        _console.Write(new Spectre.Console.Rule(Markup.Escape(string.Create(
            CultureInfo.InvariantCulture,
            $"{state.Suite} · group {group.Letter} of {state.Groups.Count} · {SnapshotWords.Of(group.Kind)} · {Figures.Count(left.Count, "case")}{(blocking > 0 ? $", {blocking} {(blocking == 1 ? "blocks" : "block")}" : "")}")))
        { Justification = Justify.Left });
        Line(group.Title, new(decoration: Decoration.Bold));
        Line(SlicesOf(left), new(Color.Grey));
        _console.WriteLine();
        Line($"{ShownText.Of(change.Case.Id, 80)} · {SnapshotWords.Of(change.Verdict)}{SeenOf(change)}", new(decoration: Decoration.Underline));
        foreach (var metric in change.Metrics)
        {
            Line(ScoreOf(metric), new(metric.Metric.IsQuality && metric.Drop > 0 ? Color.Red : Color.Default));
        }

        foreach (var line in DifferenceOf(change))
        {
            Coloured(line);
        }

        _console.WriteLine();
    }

    private static IReadOnlyList<string> DifferenceOf(SnapshotChange change) => change.Verdict switch
    {
        SnapshotVerdict.New => DiffLines.Of(null, change.Received.Text, MostLines),
        SnapshotVerdict.Stale => ["The output is the approved one; the input is another one than it was approved for."],
        _ => SnapshotMessage.Differences(change.Differences, MostLines),
    };

    private static string SlicesOf(IReadOnlyList<SnapshotChange> changes) => string.Join(", ", changes.SelectMany(c => c.Slices).Where(s => s.Pairs.Count == 1)
        .CountBy(s => s.ToString(), StringComparer.Ordinal).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)
        .Take(MostSlices).Select(s => string.Create(CultureInfo.InvariantCulture, $"{ShownText.Of(s.Key)} {s.Value}")));

    private static string SeenOf(SnapshotChange change) => change.Seen.Results > 1
        ? string.Create(CultureInfo.InvariantCulture, $" · came out like this in {change.Seen.Agreeing} of {change.Seen.Results} results")
        : "";

    private static string ScoreOf(MetricChange metric)
    {
        string Value(double? value) => value is { } known ? Figures.Value(metric.Metric, known) : "–";
        return $"  {ShownText.Of(metric.Metric.Name)}: {Value(metric.Before)} → {Value(metric.After)}";
    }

    private void Line(string text, Style style)
    {
        if (text.Length > 0)
        {
            _console.Write(new Paragraph(text + "\n", style));
        }
    }

    private void Coloured(string line)
    {
        var paragraph = new Paragraph();
        var at = 0;
        foreach (var mark in line.StartsWith('~') ? Marks().Matches(line) : Enumerable.Empty<Match>())
        {
            paragraph.Append(line[at..mark.Index]).Append(mark.Value, new(mark.Value[0] == '[' ? Color.Red : Color.Green));
            at = mark.Index + mark.Length;
        }

        _console.Write(paragraph.Append(line[at..] + "\n", line switch { ['-', ..] => new(Color.Red), ['+', ..] => new(Color.Green), _ => Style.Plain }));
    }

    [GeneratedRegex(@"\[-.*?-\]|\{\+.*?\+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
