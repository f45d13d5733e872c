using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Outcomes;

/// <summary>How releases did in production, and whether the eval had said so.</summary>
public sealed record OutcomeReport
{
    /// <summary>The suite.</summary>
    public required string Suite { get; init; }

    /// <summary>The releases, oldest first.</summary>
    public required IReadOnlyList<string> Releases { get; init; }

    /// <summary>Requests that were read.</summary>
    public required long Requests { get; init; }

    /// <summary>Requests of releases that the eval knows.</summary>
    public required long Joined { get; init; }

    /// <summary>Every signal in every slice: overall first, then what moved most against its noise.</summary>
    public required IReadOnlyList<SignalTrend> Trends { get; init; }

    /// <summary>What slices and what their shares did to the total, by signal and attribute, from the last release but one to the last.</summary>
    public required IReadOnlyList<MixEffect> Mixes { get; init; }

    /// <summary>Every metric against every signal.</summary>
    public required IReadOnlyList<EvalLink> Links { get; init; }

    /// <summary>Metrics that could be held against production and went together with no signal: whoever looks at them feels better, and nothing else.</summary>
    public IReadOnlyList<string> ComfortMetrics =>
        [.. Links.GroupBy(l => l.Metric.Name, StringComparer.Ordinal).Where(g => g.Any(l => l.IsKnown) && g.All(l => l.Finding != LinkFinding.Predicts)).Where(g => g.All(l => l.Finding != LinkFinding.Insufficient)).Select(g => g.Key)];

    /// <summary>Holds both sides against each other.</summary>
    /// <param name="input">What they said.</param>
    /// <returns>The report. Same input, same report.</returns>
    public static OutcomeReport Of(OutcomeInput input) => new()
    {
        Suite = input.Suite,
        Releases = [.. input.Releases.Select(r => r.Name)],
        Requests = input.Requests,
        Joined = input.Releases.Sum(r => input.Signals.Select(s => r.Online.GetValueOrDefault((s.Metric.Name, Slice.Overall)).Count).DefaultIfEmpty(0).Max()),
        Trends = SignalTrend.Of(input),
        Mixes = MixEffect.Of(input),
        Links = [.. input.Metrics.SelectMany(m => input.Signals.Select(s => EvalLink.Of(m, s, input.Releases)))],
    };
}

/// <summary>Why a signal's total changed: its slices, or their shares of the traffic.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Attribute">The attribute whose values are the strata.</param>
/// <param name="Change">Both parts.</param>
public sealed record MixEffect(Metric Signal, string Attribute, Kitagawa Change)
{
    internal static IReadOnlyList<MixEffect> Of(OutcomeInput input) => input.Releases is not [.., var before, var now] ? [] :
    [
        .. from signal in input.Signals
           from attribute in now.Online.Keys.Where(k => k.Slice.Pairs.Count == 1).Select(k => k.Slice.Pairs[0].Attribute).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
           let strata = Strata(signal.Metric.Name, attribute, before, now)
           where strata.Length > 1
           select new MixEffect(signal.Metric, attribute, Kitagawa.Of(strata)),
    ];

    private static (double, double, double, double)[] Strata(string signal, string attribute, Release before, Release now)
    {
        var slices = before.Online.Keys.Concat(now.Online.Keys).Where(k => k.Signal == signal && k.Slice.Pairs is [var only] && only.Attribute == attribute).Select(k => k.Slice).Distinct().Order().ToArray();
        var (first, second) = (slices.Select(s => before.Online.GetValueOrDefault((signal, s))).ToArray(), slices.Select(s => now.Online.GetValueOrDefault((signal, s))).ToArray());
        double all = first.Sum(s => s.Count), allNow = second.Sum(s => s.Count);

        // A stratum that one side lacks has no mean there; the other side's stands in, so that its coming or going is all mix.
        return all == 0 || allNow == 0 ? [] : [.. first.Zip(second, (a, b) => (a.Count / all, a.Count == 0 ? b.Mean : a.Mean, b.Count / allNow, b.Count == 0 ? a.Mean : b.Mean))];
    }
}
