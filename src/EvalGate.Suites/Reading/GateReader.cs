using System.Text.RegularExpressions;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>gate:</c>.</summary>
internal static partial class GateReader
{
    private const int MostRules = 200;

    public static GateSettings? Read(MapReader suite, Declared declared)
    {
        if (suite.Optional("gate") is not { } node || MapReader.Of(node, suite.Problems, "'gate'") is not { } gate)
        {
            return null;
        }

        var (baseline, branch) = gate.Optional("baseline") is Map map ? OfBranch(map, suite) : (Baseline(gate), null);
        var rules = Rules(gate, new(suite.Problems, declared));
        var settings = new GateSettings
        {
            Baseline = baseline,
            BaselineBranch = branch,
            Rules = rules,
            Inconclusive = gate.Word("inconclusive", InconclusivePolicy.Warn, Words.Inconclusive),
            MaxErrors = MaxErrors(gate),
            FalseAlarms = FalseAlarms(gate),
            Anchor = Anchor(gate),
            Trade = TradeReader.Read(gate, declared.Metrics, rules),
            Place = suite.Problems.At(suite.Map.Entries.First(e => e.Key.Text == "gate").Key),
        };
        gate.Finish();
        return settings;
    }

    /// <summary>The gate of a log of pairs, which has no baseline to accept, no runs and no errors of cases.</summary>
    public static GateSettings? OfPairs(MapReader pairs, Declared declared)
    {
        if (pairs.Optional("gate") is not { } node || MapReader.Of(node, pairs.Problems, "'gate'") is not { } gate)
        {
            return null;
        }

        var rules = Rules(gate, new(pairs.Problems, declared));
        var settings = new GateSettings
        {
            Baseline = "",
            Rules = [.. rules.Select(r => r with { HasBaselineFile = false })],
            Inconclusive = gate.Word("inconclusive", InconclusivePolicy.Warn, Words.Inconclusive),
            FalseAlarms = FalseAlarms(gate),
            Trade = TradeReader.Read(gate, declared.Metrics, rules),
            Place = pairs.Problems.At(pairs.Map.Entries.First(e => e.Key.Text == "gate").Key),
        };
        gate.Finish();
        return settings;
    }

    private static string Baseline(MapReader gate)
    {
        var baseline = gate.RequiredScalar("baseline");
        var problem = baseline is null ? null
            : RelativePath.Problem(baseline.Text)
                ?? (baseline.Text.AsSpan().ContainsAny("*?") ? "a baseline is one file, not a pattern" : null)
                ?? (baseline.Text.EndsWith(".baseline.jsonl", StringComparison.Ordinal) ? null : "the ending must be .baseline.jsonl");
        if (problem is not null)
        {
            gate.Problems.Add(DiagnosticCodes.WrongValue, baseline!, $"'baseline' is {baseline!.Kind}: {problem}.");
        }

        return baseline?.Text ?? "";
    }

    /// <summary>The baseline of a branch, which is fetched into a file beside the suite.</summary>
    private static (string File, string? Branch) OfBranch(Map map, MapReader suite)
    {
        var baseline = new MapReader(map, suite.Problems, "'baseline'");
        var branch = baseline.RequiredScalar("branch");
        baseline.Finish();
        if (branch is not null && (!Revision().IsMatch(branch.Text) || branch.Text.Contains("..", StringComparison.Ordinal)))
        {
            suite.Problems.Add(DiagnosticCodes.WrongValue, branch, $"'branch' is {branch.Kind}; write the name of a branch, such as main.");
        }

        return ($"{suite.OptionalScalar("suite")?.Text}.baseline.jsonl", branch?.Text);
    }

    /// <summary>A baseline file, or a git revision.</summary>
    private static string? Anchor(MapReader gate)
    {
        if (gate.OptionalScalar("anchor") is not { } anchor)
        {
            return null;
        }

        var isFile = anchor.Text.EndsWith(".baseline.jsonl", StringComparison.Ordinal);
        var problem = isFile ? RelativePath.Problem(anchor.Text)
            : Revision().IsMatch(anchor.Text) && !anchor.Text.Contains("..", StringComparison.Ordinal) ? null
            : "write a baseline file such as support.v1.baseline.jsonl, or a git tag such as v1.4";
        if (problem is not null)
        {
            gate.Problems.Add(DiagnosticCodes.WrongValue, anchor, $"'anchor' is {anchor.Kind}: {problem}.");
        }

        return anchor.Text;
    }

    private static Rule[] Rules(MapReader gate, RuleReader reader)
    {
        if (gate.Required("rules") is not { } node)
        {
            return [];
        }

        if (node is not Sequence { Items.Count: > 0 } list)
        {
            gate.Problems.Add(DiagnosticCodes.WrongValue, node, $"'rules' must be a list of at least one rule, found {node.Kind}.");
            return [];
        }

        if (gate.Problems.RefuseMany(list, list.Items.Count, MostRules, "rules"))
        {
            return [];
        }

        Rule[] rules = [.. list.Items.Select(reader.Read).OfType<Rule>()];
        foreach (var (first, second) in RulePrecedence.Ties(rules))
        {
            gate.Problems.Add(
                DiagnosticCodes.RuleTie,
                second.Place.Line,
                second.Place.Column,
                $"this rule and the one on line {first.Place.Line} say different things about the same slices of '{second.Metric}'. Remove one, or name more of the slice.");
        }

        return rules;
    }

    private static ErrorAllowance MaxErrors(MapReader gate)
    {
        if (gate.OptionalScalar("max_errors") is not { } scalar)
        {
            return new(0, null);
        }

        if (Quantity.Share(scalar.Text) is >= 0 and <= 1 and var share)
        {
            return new(null, share);
        }

        if (int.TryParse(scalar.Text, System.Globalization.NumberStyles.None, null, out var count))
        {
            return new(count, null);
        }

        gate.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'max_errors' is {scalar.Kind}; write a number such as 3, or a share up to 100% such as 1%.");
        return new(0, null);
    }

    private static double? FalseAlarms(MapReader gate)
    {
        if (gate.OptionalScalar("false_alarms") is not { } scalar)
        {
            return null;
        }

        if (Quantity.Share(scalar.Text) is not { } share)
        {
            gate.Problems.Add(DiagnosticCodes.WrongUnit, scalar, $"'false_alarms' is {scalar.Kind}; write a share such as 5%.");
            return null;
        }

        if (share is < 0.001m or > 0.5m)
        {
            gate.Problems.Add(DiagnosticCodes.OutOfRange, scalar, $"'false_alarms' is {scalar.Kind}; 0.1% to 50% is allowed.");
        }

        return (double)share;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}\\z")]
    private static partial Regex Revision();
}
