using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Outcomes;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Model;

/// <summary>One <c>*.eval.yaml</c>, read and checked: what runs, how it is scored, sliced and judged.</summary>
public sealed record Suite
{
    /// <summary>Unique in a repository; a C# identifier, because it names the test class.</summary>
    public required string Name { get; init; }

    /// <summary>Where the suite is written.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The full name of the subject's type, and where it stands.</summary>
    public required SubjectReference Subject { get; init; }

    /// <summary>Case files, as globs relative to the suite's folder.</summary>
    public required IReadOnlyList<string> CaseFiles { get; init; }

    /// <summary>How often each case runs, at least 1. Repetitions are averaged inside the case.</summary>
    public int Repetitions { get; init; } = 1;

    /// <summary>Repetitions in flight at once, at least 1.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>How long one repetition may take, counted from its start.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a run may use; null for no bounds.</summary>
    public RunBudget? Budget { get; init; }

    /// <summary>What models cost; null where nothing is known of it.</summary>
    public PriceTable? Prices { get; init; }

    /// <summary>Components whose files are hashed into the stack, by name.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>The attributes that cases are sliced by.</summary>
    public IReadOnlyList<SliceAttribute> Attributes { get; init; } = [];

    /// <summary>Crosses of two or more attributes that matter on their own.</summary>
    public IReadOnlyList<SliceCross> Crosses { get; init; } = [];

    /// <summary>What is measured, in the order written.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What is kept of every output and compared; null for a suite without snapshots.</summary>
    public SnapshotSettings? Snapshots { get; init; }

    /// <summary>The metrics that scorers give; the others are ratios of them.</summary>
    public IEnumerable<Metric> Scored => Metrics.Where(m => m.Ratio is null);

    /// <summary>The mix of production; null when every case counts once.</summary>
    public ProductionMix? Mix { get; init; }

    /// <summary>The file that <see cref="Mix"/> is read from; null for one that stands in the suite.</summary>
    public MixFile? MixFile { get; init; }

    /// <summary>Where cases must not stand; null for a suite that does not say it.</summary>
    public LeakagePolicy? Leakage { get; init; }

    /// <summary>What production sees; null for a suite that does not say it.</summary>
    public CoveragePolicy? Coverage { get; init; }

    /// <summary>The second looks at its labels; null for a suite without any.</summary>
    public LabelPolicy? Labels { get; init; }

    /// <summary>What production says of releases; null where no map stands beside the suite.</summary>
    public OutcomeMap? Outcomes { get; init; }

    /// <summary>How a run is judged; null for a suite that only runs.</summary>
    public GateSettings? Gate { get; init; }

    /// <summary>Whether a rule asks how a duration changed: what takes an A/B session.</summary>
    public bool ComparesDurations => Gate is { } gate && gate.Rules.Any(IsChangeOfDuration);

    /// <summary>The folder of the suite relative to the project folder; empty at the top.</summary>
    public string Folder => Place.File.Contains('/', StringComparison.Ordinal) ? Place.File[..Place.File.LastIndexOf('/')] : "";

    /// <summary>The path relative to the project folder of what is named relative to the suite's.</summary>
    /// <param name="file">A file or a pattern, with forward slashes.</param>
    public string PathOf(string file) => Folder.Length == 0 ? file : $"{Folder}/{file}";

    /// <summary>Whether a rule asks how a duration changed.</summary>
    /// <param name="rule">A rule of this suite.</param>
    public bool IsChangeOfDuration(Rule rule) => rule.Bound is MaxChange && Metrics.Any(m => m.Name == rule.Metric && m.Kind == MetricKind.Duration);
}

/// <summary>The user's subject.</summary>
/// <param name="TypeName">Full name of the type, as C# writes it.</param>
/// <param name="Place">Where the name starts.</param>
public sealed record SubjectReference(string TypeName, SourcePlace Place);

/// <summary>A named part of the system whose files are hashed.</summary>
/// <param name="Name">The component's name, unique in its suite.</param>
/// <param name="Files">Globs relative to the project folder.</param>
/// <param name="Place">Where it is written.</param>
public sealed record Component(string Name, IReadOnlyList<string> Files, SourcePlace Place);
