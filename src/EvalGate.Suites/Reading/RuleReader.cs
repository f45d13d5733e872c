using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads one rule of <c>gate: rules:</c>.</summary>
internal sealed class RuleReader(Problems problems, Declared declared)
{
    public Rule? Read(Node node)
    {
        if (MapReader.Of(node, problems, "a rule") is not { } map)
        {
            return null;
        }

        var metric = map.RequiredScalar("metric") is { } name ? declared.Metrics.Find(name, problems) : null;
        var written = BoundText.Keys.Where(b => map.Optional(b) is not null).ToArray();
        var value = written.Length == 1 ? map.OptionalScalar(written[0]) : null;
        var decide = map.Word("decide", Decision.Evidence, Words.Decide);
        var slice = map.Optional("slice");
        var slices = map.OptionalScalar("slices");
        map.Finish();
        if (written.Length != 1)
        {
            problems.Add(DiagnosticCodes.MissingKey, node, $"a rule needs exactly one of {string.Join(", ", BoundText.Keys)}; found {(written.Length == 0 ? "none" : string.Join(" and ", written))}.");
            return null;
        }

        if (metric is null || value is null || BoundOf(written[0], value, metric, slices) is not { } bound || ScopeOf(slice, slices, bound, metric) is not { } scope)
        {
            return null;
        }

        if (decide == Decision.Proof && BoundText.WhyNeverProven(bound, metric) is { } reason)
        {
            problems.Add(DiagnosticCodes.WrongValue, node, reason);
        }

        return new() { Metric = metric.Name, Bound = bound, Scope = scope, Decide = decide, Place = problems.At(node) };
    }

    private Bound? BoundOf(string key, Scalar value, Metric metric, Scalar? slices)
    {
        var fitting = BoundText.Fitting(key, metric);
        if (fitting != key)
        {
            problems.Add(DiagnosticCodes.WrongValue, value, $"'{key}' does not fit '{metric.Name}', where {(metric.Better == Direction.Higher ? "higher" : "lower")} is better: use '{fitting}'.");
            return null;
        }

        return BoundText.IsChange(key) ? ChangeOf(value, metric, slices) : Checked(BoundText.Level(key, value.Text, metric), value);
    }

    private MaxChange? ChangeOf(Scalar value, Metric metric, Scalar? slices)
    {
        if (Checked(BoundText.Tolerance(value.Text, metric), value) is not { } overall)
        {
            return null;
        }

        if (slices is { Text: not ("all" or "none") })
        {
            return Checked(BoundText.Tolerance(slices.Text, metric), slices, " For 'slices', all and none are allowed too.") is { } own ? new(overall, own) : null;
        }

        return BoundText.WithUsualSlices(overall, metric);
    }

    private T? Checked<T>(TextReading<T> reading, Scalar at, string also = "")
        where T : class
    {
        if (reading.Value is null)
        {
            problems.Add(reading.Code, at, reading.Problem + (reading.Code == DiagnosticCodes.WrongUnit ? also : ""));
        }

        return reading.Value;
    }

    private RuleScope? ScopeOf(Node? slice, Scalar? slices, Bound bound, Metric metric)
    {
        if (slice is not null && slices is not null)
        {
            problems.Add(DiagnosticCodes.WrongValue, slices, "'slices' says what a rule without 'slice' does with the slices; a rule has one of them.");
            return null;
        }

        return slice switch
        {
            null => WithoutSlice(slices, bound, metric),
            Scalar { Text: "*" } => Every(slice),
            Map map when map.Entries.Count > 0 => Named(map),
            _ => WrongSlice(slice),
        };
    }

    private RuleScope WithoutSlice(Scalar? slices, Bound bound, Metric metric)
    {
        if (slices is not null && slices.Text is not ("all" or "none") && bound is LevelBound)
        {
            problems.Add(DiagnosticCodes.WrongValue, slices, $"'slices' is {slices.Kind}; for a level, all and none are allowed.");
        }

        return slices?.Text switch
        {
            "none" => new OverallOnly(),
            null => BoundText.UsualScope(bound, metric),
            _ => new OverallAndSlices(),
        };
    }

    private EverySlice? Every(Node slice)
    {
        if (declared.Slices.Names.Count > 0)
        {
            return new();
        }

        problems.Add(DiagnosticCodes.UnknownName, slice, "there are no slices: declare attributes under 'slices:'.");
        return null;
    }

    private NamedSlices? Named(Map map)
    {
        var known = declared.Slices.Names;
        var unknown = map.Entries.Where(e => !known.Contains(e.Key.Text, StringComparer.Ordinal)).Select(e => e.Key).ToArray();
        foreach (var key in unknown)
        {
            problems.Add(DiagnosticCodes.UnknownName, key, $"there is no slice attribute {key.Kind}; there are {Listing.Of(known, "none: slice by it first")}.{Nearest.Hint(key.Text, known)}");
        }

        if (unknown.Length > 0)
        {
            return null;
        }

        if (map.Entries.Select(e => e.Value).FirstOrDefault(v => v is not Scalar { IsNull: false }) is { } wrong)
        {
            problems.Add(DiagnosticCodes.WrongValue, wrong, $"the value of a slice is {wrong.Kind}; write one text, or '*' for each.");
            return null;
        }

        var pairs = map.Entries.Select(e => new ScopePair(e.Key.Text, ((Scalar)e.Value).Text is "*" ? null : ((Scalar)e.Value).Text))
            .OrderBy(p => p.Attribute, StringComparer.Ordinal).ToArray();
        if (pairs.Length > 1 && !declared.Slices.Crosses.Any(c => c.Attributes.SequenceEqual(pairs.Select(p => p.Attribute), StringComparer.Ordinal)))
        {
            problems.Add(DiagnosticCodes.UnknownName, map, $"there is no such cross: add [{string.Join(", ", pairs.Select(p => p.Attribute))}] under 'slices:'.");
            return null;
        }

        return new(pairs);
    }

    private RuleScope? WrongSlice(Node slice)
    {
        problems.Add(DiagnosticCodes.WrongValue, slice, $"'slice' is {slice.Kind}; write {{ language: de }}, {{ language: '*' }}, or '*' for every slice.");
        return null;
    }
}
