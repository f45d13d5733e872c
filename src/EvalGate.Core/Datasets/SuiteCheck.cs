using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Datasets;

/// <summary>What can be said of a suite only with its cases at hand: paths that lead nowhere, slices that nobody is in.</summary>
public static class SuiteCheck
{
    private const int MostSlices = 2000;
    private const int MostNamed = 20;

    /// <summary>Checks a suite against its cases.</summary>
    /// <param name="suite">A suite that was read without errors.</param>
    /// <param name="cases">All its cases; retired ones are not looked at.</param>
    /// <returns>All problems: of the suite in the order written, then of cases.</returns>
    public static IReadOnlyList<Diagnostic> Check(Suite suite, IReadOnlyList<Case> cases)
    {
        var active = cases.Where(c => c.Status == CaseStatus.Active).ToArray();
        if (active.Length == 0)
        {
            return [new(DiagnosticCodes.NoCases, Severity.Error, $"suite '{suite.Name}' has no active case in {string.Join(", ", suite.CaseFiles)}.", suite.Place)];
        }

        var slicer = new CaseSlicer(suite);
        var slices = active.Select(slicer.Of).ToArray();
        return
        [
            .. Paths(suite).Where(p => p.Path.Root != PathRoot.Output).SelectMany(p => Nowhere(p.Path, p.Place, active)),
            .. suite.Attributes.OfType<DeclaredAttribute>().SelectMany(a => Undeclared(a, active)),
            .. (suite.Gate?.Rules ?? []).Select(r => Empty(r, slices)).OfType<Diagnostic>(),
            .. TooMany(suite, slices),
            .. slices.SelectMany(s => s.Problems),
        ];
    }

    private static IEnumerable<(JsonPath Path, SourcePlace Place)> Paths(Suite suite)
    {
        foreach (var attribute in suite.Attributes)
        {
            if (OfPath(attribute) is { } path)
            {
                yield return (path, attribute.Place);
            }
        }

        foreach (var metric in suite.Metrics)
        {
            foreach (var key in new[] { "of", "expected" })
            {
                if (metric.Scorer.Settings.TryGetValue(key, out var text) && JsonPath.TryParse(text, out var path))
                {
                    yield return (path, metric.Place);
                }
            }
        }
    }

    private static JsonPath? OfPath(SliceAttribute attribute) => attribute switch
    {
        LengthAttribute a => a.Of,
        NumberAttribute a => a.Of,
        HoursAttribute a => a.Of,
        WeekdayAttribute a => a.Of,
        MatchesAttribute a => a.Of,
        _ => null,
    };

    private static IEnumerable<Diagnostic> Nowhere(JsonPath path, SourcePlace place, IReadOnlyList<Case> cases)
    {
        var roots = cases.Select(c => path.Root == PathRoot.Expected ? c.Expected : c.Input).ToArray();
        if (roots.Any(r => path.Find(r) is not null))
        {
            return [];
        }

        var written = ShownText.Of(path.ToString());
        return [new(DiagnosticCodes.PathNowhere, Severity.Error, $"no case has '{written}': {WhatIsThere(path, roots)}", place)];
    }

    private static string WhatIsThere(JsonPath path, JsonElement[] roots)
    {
        var depth = Enumerable.Range(0, path.Steps.Count).LastOrDefault(d => roots.Any(r => Reached(path, d, r) is not null), -1);
        if (depth < 0)
        {
            return $"no case has '{path.Root.ToString().ToLowerInvariant()}' at all.";
        }

        var keys = roots.Select(r => Reached(path, depth, r)).OfType<JsonElement>().Where(v => v.ValueKind == JsonValueKind.Object)
            .SelectMany(v => v.EnumerateObject().Select(p => p.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var at = ShownText.Of(new JsonPath(path.Root, [.. path.Steps.Take(depth)]).ToString());
        return $"'{at}' has {Listed(keys, "no keys")}.{Nearest.Hint(path.Steps[depth], keys)}";
    }

    private static string Listed(string[] names, string none) =>
        names.Length == 0 ? none : string.Join(", ", names.Take(MostNamed).Select(n => ShownText.Of(n))) + (names.Length > MostNamed ? ", …" : "");

    private static JsonElement? Reached(JsonPath path, int depth, JsonElement root) => new JsonPath(path.Root, [.. path.Steps.Take(depth)]).Find(root);

    private static IEnumerable<Diagnostic> Undeclared(DeclaredAttribute attribute, IReadOnlyList<Case> cases)
    {
        if (cases.Any(c => c.Slices.ContainsKey(attribute.Name)))
        {
            return [];
        }

        var known = cases.SelectMany(c => c.Slices.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var there = known.Length == 0 ? "no case has any 'slices'" : $"cases have {Listed(known, "none")}";
        return [new(DiagnosticCodes.UnknownName, Severity.Error, $"no case has a slice value '{attribute.Name}': {there}.{Nearest.Hint(attribute.Name, known)}", attribute.Place)];
    }

    /// <summary>A rule that covers no case would be green for ever.</summary>
    private static Diagnostic? Empty(Rule rule, IReadOnlyList<CaseSlices> slices)
    {
        if (slices.Any(s => s.Slices.Any(slice => RulePrecedence.Covers(rule.Scope, slice))))
        {
            return null;
        }

        var pairs = rule.Scope is NamedSlices named ? named.Pairs : [];
        var reason = pairs.Select(p => EmptyValue(p, slices)).FirstOrDefault(r => r is not null)
            ?? $"no case is in {(pairs.Count == 0 ? "any slice" : $"slice {ShownText.Of(string.Join(", ", pairs.Select(p => $"{p.Attribute}={p.Value ?? "*"}")))}")}, so this rule judges nothing.";
        return new(DiagnosticCodes.UnknownName, Severity.Error, reason, rule.Place);
    }

    private static string? EmptyValue(ScopePair pair, IReadOnlyList<CaseSlices> slices)
    {
        var values = slices.SelectMany(s => s.Values[pair.Attribute]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return pair.Value is null || values.Contains(pair.Value, StringComparer.Ordinal)
            ? null
            : $"no case is in slice {pair.Attribute}={ShownText.Of(pair.Value)}: the values of '{pair.Attribute}' are {Listed(values, "none")}.{Nearest.Hint(pair.Value, values)}";
    }

    private static IEnumerable<Diagnostic> TooMany(Suite suite, IReadOnlyList<CaseSlices> slices)
    {
        var count = slices.SelectMany(s => s.Slices).Distinct().Count();
        return count <= MostSlices
            ? []
            : [new(DiagnosticCodes.TooLarge, Severity.Error, $"the attributes and crosses make {count} slices; {MostSlices} are allowed. Use bins, or fewer crosses.", suite.Place)];
    }
}
