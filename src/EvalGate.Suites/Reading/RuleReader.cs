using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads one rule of <c>gate: rules:</c>.</summary>
internal sealed class RuleReader(Problems problems, Declared declared)
{
    /// <summary>What slices tolerate at least when a rule does not say it: five hundredths of the metric's range.</summary>
    private const decimal LeastSliceTolerance = 0.05m;

    private static readonly string[] Bounds = ["max_drop", "max_rise", "at_least", "at_most"];

    public Rule? Read(Node node)
    {
        if (MapReader.Of(node, problems, "a rule") is not { } map)
        {
            return null;
        }

        var metric = map.RequiredScalar("metric") is { } name ? declared.Metrics.Find(name, problems) : null;
        var written = Bounds.Where(b => map.Optional(b) is not null).ToArray();
        var value = written.Length == 1 ? map.OptionalScalar(written[0]) : null;
        var decide = map.Word("decide", Decision.Evidence, ("evidence", Decision.Evidence), ("estimate", Decision.Estimate), ("proof", Decision.Proof));
        var slice = map.Optional("slice");
        var slices = map.OptionalScalar("slices");
        map.Finish();
        if (written.Length != 1)
        {
            problems.Add(DiagnosticCodes.MissingKey, node, $"a rule needs exactly one of {string.Join(", ", Bounds)}; found {(written.Length == 0 ? "none" : string.Join(" and ", written))}.");
            return null;
        }

        if (metric is null || value is null || BoundOf(written[0], value, metric, slices) is not { } bound || ScopeOf(slice, slices, bound, metric) is not { } scope)
        {
            return null;
        }

        RefuseImpossibleProof(decide, bound, metric, node);
        return new() { Metric = metric.Name, Bound = bound, Scope = scope, Decide = decide, Place = problems.At(node) };
    }

    private Bound? BoundOf(string key, Scalar value, Metric metric, Scalar? slices)
    {
        var isHigher = metric.Better == Direction.Higher;
        var fitting = key switch
        {
            "max_drop" or "max_rise" => isHigher ? "max_drop" : "max_rise",
            _ => isHigher ? "at_least" : "at_most",
        };
        if (fitting != key)
        {
            problems.Add(DiagnosticCodes.WrongValue, value, $"'{key}' does not fit '{metric.Name}', where {(isHigher ? "higher" : "lower")} is better: use '{fitting}'.");
            return null;
        }

        return key.StartsWith("max_", StringComparison.Ordinal) ? ChangeOf(value, metric, slices) : LevelOf(key, value, metric);
    }

    private MaxChange? ChangeOf(Scalar value, Metric metric, Scalar? slices)
    {
        if (metric.Kind == MetricKind.Duration)
        {
            problems.Add(
                DiagnosticCodes.NotSupportedYet,
                value,
                "a change of a duration can only be judged when baseline and candidate run interleaved on one machine, which is not supported in this version. Use 'at_most: 3s'.");
            return null;
        }

        if (ToleranceOf(value, metric) is not { } overall)
        {
            return null;
        }

        if (slices is { Text: not ("all" or "none") })
        {
            return ToleranceOf(slices, metric, " For 'slices', all and none are allowed too.") is { } own ? new(overall, own) : null;
        }

        var least = metric.Range is { } range && !overall.IsRelative ? range.Width * LeastSliceTolerance : 0;
        return new(overall, overall with { Value = Math.Max(overall.Value, least) });
    }

    private Tolerance? ToleranceOf(Scalar value, Metric metric, string also = "")
    {
        var (tolerance, problem) = Quantity.Tolerance(value.Text, metric);
        if (problem is not null)
        {
            problems.Add(DiagnosticCodes.WrongUnit, value, problem + also);
        }
        else if (!tolerance!.IsRelative && metric.Range is { } range && tolerance.Value >= range.Width)
        {
            problems.Add(DiagnosticCodes.OutOfRange, value, $"a tolerance of {value.Kind} allows everything: '{metric.Name}' can change by {(metric.IsShare ? "100pp" : Quantity.Text(range.Width))} at most.");
            return null;
        }

        return tolerance;
    }

    private LevelBound? LevelOf(string key, Scalar value, Metric metric)
    {
        var (level, problem) = Quantity.Level(value.Text, metric);
        if (problem is not null)
        {
            problems.Add(DiagnosticCodes.WrongUnit, value, problem);
            return null;
        }

        if (metric.Range is { } range && (level < range.Minimum || level > range.Maximum))
        {
            problems.Add(DiagnosticCodes.OutOfRange, value, $"'{key}' is {value.Kind}; '{metric.Name}' lies between {Quantity.Text(range.Minimum)} and {Quantity.Text(range.Maximum)}.");
            return null;
        }

        if (metric.Kind is MetricKind.Duration or MetricKind.Count && level < 0)
        {
            problems.Add(DiagnosticCodes.OutOfRange, value, $"'{key}' is {value.Kind}; '{metric.Name}' is never below 0.");
            return null;
        }

        return new(level!.Value);
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

        var covers = slices?.Text switch
        {
            "none" => false,
            null => bound is MaxChange && metric.IsQuality,
            _ => true,
        };
        return covers ? new OverallAndSlices() : new OverallOnly();
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
            problems.Add(DiagnosticCodes.UnknownName, key, $"there is no slice attribute {key.Kind}; there are {Listing.Of(known, "none: declare it under 'slices:'")}.{Nearest.Hint(key.Text, known)}");
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

    private void RefuseImpossibleProof(Decision decide, Bound bound, Metric metric, Node node)
    {
        if (decide != Decision.Proof)
        {
            return;
        }

        if (metric.Range is null)
        {
            problems.Add(DiagnosticCodes.WrongValue, node, $"'decide: proof' can never pass: '{metric.Name}' has no range, so \"no worse\" cannot be shown. Use evidence.");
        }
        else if (bound is MaxChange { Overall.Value: 0 } or MaxChange { Slices.Value: 0 })
        {
            problems.Add(DiagnosticCodes.WrongValue, node, "'decide: proof' can never pass with a tolerance of 0: no number of cases shows a change of exactly nothing. Allow a little, such as 1pp.");
        }
    }
}
