using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>waivers.yaml</c>: a list of accepted regressions, of all suites beside it.</summary>
internal sealed class WaiversReader(Problems problems, Suite suite)
{
    private const int Most = 200;
    private const int LongestReason = 500;

    /// <summary>The waivers of one suite.</summary>
    /// <param name="text">The file's text; any text at all.</param>
    /// <param name="file">Its path relative to the project folder, for diagnostics.</param>
    /// <param name="suite">The suite, which says what may be waived.</param>
    public static WaiversReading Read(string text, string file, Suite suite)
    {
        var problems = new Problems(file);
        var reader = new WaiversReader(problems, suite);
        var entries = reader.Items(Document.Read(text, problems)).Select(reader.Entry).OfType<(Scalar Suite, Waiver? Waiver)>().ToArray();
        Waiver[] waivers = [.. entries.Select(e => e.Waiver).OfType<Waiver>()];
        foreach (var twice in waivers.GroupBy(w => (w.Metric, w.Slice)).Where(g => g.Skip(1).Any()))
        {
            problems.Add(DiagnosticCodes.Duplicate, twice.Last().Place.Line, twice.Last().Place.Column, $"'{twice.Key.Metric}' in {twice.Key.Slice} is waived twice: the first is on line {twice.First().Place.Line}. Remove one.");
        }

        return new(problems.HasErrors ? [] : waivers, [.. entries.Select(e => (e.Suite.Text, problems.At(e.Suite)))], problems.All);
    }

    private IReadOnlyList<Node> Items(Node? root)
    {
        if (root is Sequence list)
        {
            return problems.RefuseMany(list, list.Items.Count, Most, "waivers") ? [] : list.Items;
        }

        if (root is not (null or Scalar { IsNull: true }))
        {
            problems.Add(DiagnosticCodes.WrongValue, root, $"a waivers file is a list (- suite: …), found {root.Kind}.");
        }

        return [];
    }

    /// <summary>An entry of any suite; what it says is read only when it is this one.</summary>
    private (Scalar Suite, Waiver? Waiver)? Entry(Node node)
    {
        if (MapReader.Of(node, problems, "a waiver") is not { } map || map.RequiredScalar("suite") is not { } name)
        {
            return null;
        }

        return (name, name.Text == suite.Name ? Own(map) : null);
    }

    private Waiver? Own(MapReader map)
    {
        var metric = map.RequiredScalar("metric") is { } name ? Metric(name) : null;
        var pairs = Pairs(map.Optional("slice"));
        var ceiling = map.RequiredScalar("ceiling") is { } amount && metric is not null ? Ceiling(amount, metric) : null;
        var reason = Reason(map.RequiredScalar("reason"));
        var expires = Day(map.RequiredScalar("expires"));
        map.Finish();
        return metric is null || pairs is null || ceiling is null || reason is null || expires is not { } last
            ? null
            : new() { Metric = metric.Name, Pairs = pairs, Ceiling = ceiling, Reason = reason, Expires = last, Place = problems.At(map.Map) };
    }

    private Metric? Metric(Scalar name)
    {
        string[] ruled = [.. suite.Gate?.Rules.Select(r => r.Metric).Distinct(StringComparer.Ordinal) ?? []];
        if (ruled.Contains(name.Text, StringComparer.Ordinal))
        {
            return suite.Metrics.First(m => m.Name == name.Text);
        }

        problems.Add(DiagnosticCodes.UnknownName, name, $"no rule is about {name.Kind}, so there is nothing to waive; there are {Listing.Of(ruled)}.{Nearest.Hint(name.Text, ruled)}");
        return null;
    }

    private IReadOnlyList<SlicePair>? Pairs(Node? slice)
    {
        if (slice is null)
        {
            return [];
        }

        if (slice is not Map { Entries.Count: > 0 } map || map.Entries.Any(e => e.Value is not Scalar { IsNull: false, Text: not "*" }))
        {
            problems.Add(DiagnosticCodes.WrongValue, slice, $"'slice' is {slice.Kind}; write one slice such as {{ language: de }}, or leave it out for overall.");
            return null;
        }

        string[] known = [.. suite.Attributes.Select(a => a.Name)];
        var unknown = map.Entries.Select(e => e.Key).Where(k => !known.Contains(k.Text, StringComparer.Ordinal)).ToArray();
        foreach (var key in unknown)
        {
            problems.Add(DiagnosticCodes.UnknownName, key, $"there is no slice attribute {key.Kind}; there are {Listing.Of(known)}.{Nearest.Hint(key.Text, known)}");
        }

        return unknown.Length > 0 ? null : new Slice(map.Entries.Select(e => new SlicePair(e.Key.Text, ((Scalar)e.Value).Text))).Pairs;
    }

    private Tolerance? Ceiling(Scalar amount, Metric metric)
    {
        var reading = BoundText.Tolerance(amount.Text, metric);
        if (reading.Value is null)
        {
            problems.Add(reading.Code, amount, reading.Problem);
        }

        return reading.Value;
    }

    private string? Reason(Scalar? reason)
    {
        if (reason is null || (reason.Text.Trim().Length > 0 && reason.Text.Length <= LongestReason))
        {
            return reason?.Text.Trim();
        }

        problems.Add(DiagnosticCodes.WrongValue, reason, $"'reason' has {reason.Text.Trim().Length} characters; 1 to {LongestReason} are allowed: why is the regression accepted?");
        return null;
    }

    private DateOnly? Day(Scalar? day)
    {
        if (day is not null && DateOnly.TryParseExact(day.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (day is not null)
        {
            problems.Add(DiagnosticCodes.WrongValue, day, $"'expires' is {day.Kind}; write the last day, such as 2027-01-31.");
        }

        return null;
    }
}
