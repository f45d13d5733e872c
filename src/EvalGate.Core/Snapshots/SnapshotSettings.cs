using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>The <c>snapshots:</c> of a suite: what is stored of each output, how it is compared, and what a change does.</summary>
public sealed record SnapshotSettings
{
    /// <summary>The part of the output that is looked at; the whole of it by default.</summary>
    public JsonPath Of { get; init; } = new(PathRoot.Output, []);

    /// <summary>Whether that part is stored as it is, or only what can be counted in it.</summary>
    public SnapshotContent Store { get; init; }

    /// <summary>What a change does; null for what its content suggests: prose is for review, everything else blocks.</summary>
    public SnapshotPolicy? Policy { get; init; }

    /// <summary>What a change does below some paths; the longest path decides.</summary>
    public IReadOnlyList<SnapshotField> Fields { get; init; } = [];

    /// <summary>Paths whose values do not matter; steps through lists may be left out.</summary>
    public IReadOnlyList<JsonPath> Ignore { get; init; } = [];

    /// <summary>Paths of lists whose order does not matter.</summary>
    public IReadOnlyList<JsonPath> Unordered { get; init; } = [];

    /// <summary>How far apart two numbers may be and still be the same.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>When two texts are the same.</summary>
    public TextComparison Compare { get; init; }

    /// <summary>True for 256 folders in place of one, for suites of thousands of cases.</summary>
    public bool IsSharded { get; init; }

    /// <summary>Where the key is written.</summary>
    public SourcePlace Place { get; init; }
}

/// <summary>What a change of one part does.</summary>
/// <param name="Path">The part, and everything below.</param>
/// <param name="Policy">What its change does.</param>
public sealed record SnapshotField(JsonPath Path, SnapshotPolicy Policy);

/// <summary>What an unapproved change does to the test of its case.</summary>
public enum SnapshotPolicy
{
    /// <summary>Nothing; the part is not even compared.</summary>
    Off,

    /// <summary>The test passes, and the change waits for approval.</summary>
    Review,

    /// <summary>The test fails until the change is approved.</summary>
    Block,
}

/// <summary>What is stored of an output.</summary>
public enum SnapshotContent
{
    /// <summary>The value as it is.</summary>
    Value,

    /// <summary>What can be counted in its text: numbers, dates, links, negations, citations, refusal, language and length.</summary>
    Facts,
}

/// <summary>When two texts are the same.</summary>
public enum TextComparison
{
    /// <summary>To the character.</summary>
    Exact,

    /// <summary>Whatever the white space, the case and the markup.</summary>
    Loose,

    /// <summary>The same lines in any order.</summary>
    Lines,

    /// <summary>The same numbers, dates, links, negations, citations, refusal, language and length, whatever the wording.</summary>
    Facts,
}
