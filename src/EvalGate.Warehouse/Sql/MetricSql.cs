using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Warehouse;

/// <summary>One metric in the portable text: how its scores become whole numbers, which sums are asked for, and what they mean when they come back.</summary>
/// <param name="paired">The metric and its columns.</param>
/// <param name="number">Its place in the map.</param>
/// <param name="isBucketed">Whether rows are added up by the bucket of their unit: of a bucket's rows only the plain sums count.</param>
internal sealed class MetricSql(PairedMetric paired, int number, bool isBucketed)
{
    /// <summary>So many rows, times less than this, stay below 2⁶³.</summary>
    private const long MostForPlainSum = 1L << 23;

    /// <summary>The greatest number below a half: added to it, a half still reaches one, and nothing below a half does.</summary>
    private const string Half = "0.49999999999999994";

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"m{number}");
    private readonly string _a = string.Create(CultureInfo.InvariantCulture, $"{SqlName.Own}a{number}");
    private readonly string _b = string.Create(CultureInfo.InvariantCulture, $"{SqlName.Own}b{number}");

    public PairedMetric Paired => paired;

    /// <summary>The columns of the result that are this metric's, in order.</summary>
    public IReadOnlyList<string> Names => [.. Sums(SqlDialect.Standard).Select(s => s.Name)];

    private bool IsPassFail => paired.Metric.Kind == MetricKind.Binary;

    private bool HasPowers => !IsPassFail && !isBucketed;

    /// <summary>Whether a score without anything to lose can be told from others: not where the worst score has no bound, nor where the sum of passes says it.</summary>
    private bool HasLosable => !IsPassFail && paired.Metric.Range is not null;

    private int Sign => paired.Metric.Better == Direction.Higher ? 1 : -1;

    /// <summary>The worst score in oriented steps.</summary>
    private long Worst => Sign * FixedPoint.Of((double)(Sign > 0 ? paired.Sound.Minimum : paired.Sound.Maximum), paired.Metric.Scale);

    private long MostSteps => IsPassFail ? 1 : PairedMetric.Steps - 1;

    /// <summary>Which rows count, and their scores times the scale. A comparison with two finite bounds keeps NaN, infinity and NULL out on every engine.</summary>
    public IEnumerable<string> Guarded()
    {
        var isPair = $"{Sound(_a)} and {Sound(_b)}";
        yield return $"case when {isPair} then 1 else 0 end as {_name}_pair";
        yield return $"case when ({_a} is null and {_b} is not null) or ({_a} is not null and {_b} is null) then 1 else 0 end as {_name}_single";
        yield return $"case when ({_a} is null or {Sound(_a)}) and ({_b} is null or {Sound(_b)}) then 0 else 1 end as {_name}_unsound";
        yield return Steps("a", _a);
        yield return Steps("b", _b);

        string Steps(string arm, string column) => string.Create(CultureInfo.InvariantCulture, $"coalesce(case when {isPair} then {column} * {paired.Metric.Scale} end, 0) as {_name}_{arm}_steps");
    }

    /// <summary>The same with whole scores, oriented. Rounding functions and casts of fractions differ between engines; floor does not.</summary>
    public IEnumerable<string> Fixed()
    {
        foreach (var kept in (string[])["pair", "single", "unsound"])
        {
            yield return $"{_name}_{kept}";
        }

        yield return Whole("a");
        yield return Whole("b");

        string Whole(string arm) => $"{(Sign < 0 ? "-" : "")}cast({Rounded($"{_name}_{arm}_steps")} as bigint) as {_name}_{arm}";

        string Rounded(string steps) => IsPassFail ? steps
            : paired.Sound.Minimum >= 0 ? $"floor({steps} + {Half})"
            : $"case when {steps} < 0 then -floor({Half} - {steps}) else floor({steps} + {Half}) end";
    }

    /// <summary>The sums that are asked for.</summary>
    public IEnumerable<(string Name, string Expression)> Sums(SqlDialect dialect)
    {
        var (a, b, d) = ($"{_name}_a", $"{_name}_b", $"({_name}_b - {_name}_a)");
        yield return Sum("pairs", $"{_name}_pair", 1);
        yield return Sum("singles", $"{_name}_single", 1);
        yield return Sum("unsounds", $"{_name}_unsound", 1);
        yield return Sum("gains", $"case when {b} > {a} then 1 else 0 end", 1);
        yield return Sum("losses", $"case when {b} < {a} then 1 else 0 end", 1);
        yield return Sum("baseline", a, MostSteps);
        yield return Sum("candidate", b, MostSteps);
        if (HasLosable)
        {
            yield return Sum("losable", string.Create(CultureInfo.InvariantCulture, $"case when {_name}_pair = 1 and {a} > {Worst} then 1 else 0 end"), 1);
        }

        if (HasPowers)
        {
            yield return Sum("candidate2", $"{b} * {b}", long.MaxValue);
            yield return Sum("candidate3", $"{b} * {b} * {b}", long.MaxValue);
            yield return Sum("difference2", $"{d} * {d}", long.MaxValue);
            yield return Sum("difference3", $"{d} * {d} * {d}", long.MaxValue);
        }

        (string Name, string Expression) Sum(string name, string of, long most) =>
            ($"{_name}_{name}", $"sum({(dialect.SumsWiden || most < MostForPlainSum ? of : $"cast({of} as decimal(38,0))")})");
    }

    /// <summary>What the sums of one row of the result mean.</summary>
    /// <param name="sums">In the order of <see cref="Names"/>.</param>
    public MetricCell Read(ReadOnlySpan<Int128> sums)
    {
        var (pairs, gains, losses, baseline, candidate) = ((long)sums[0], (long)sums[3], (long)sums[4], sums[5], sums[6]);
        var powers = HasPowers ? sums[^4..] : [Int128.Abs(candidate), candidate, gains + losses, gains - losses];
        return new(
            new()
            {
                Cases = pairs,
                Gains = gains,
                Losses = losses,
                Losable = HasLosable ? (long)sums[7] : !IsPassFail ? pairs : Sign > 0 ? (long)baseline : pairs + (long)baseline,
                Baseline = baseline,
                Candidate = candidate,
                SquaredCandidate = powers[0],
                CubedCandidate = powers[1],
                SquaredDifferences = powers[2],
                CubedDifferences = powers[3],
            },
            Singles: (long)sums[1],
            Unsound: (long)sums[2]);
    }

    private string Sound(string column) => IsPassFail
        ? $"{column} in (0, 1)"
        : $"{column} between {Quantity.Text(paired.Sound.Minimum)} and {Quantity.Text(paired.Sound.Maximum)}";
}
