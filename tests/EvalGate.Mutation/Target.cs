namespace EvalGate.Mutation;

/// <summary>Code whose tests are tested.</summary>
/// <param name="Project">The project that is mutated.</param>
/// <param name="Folder">The folder of it that counts; empty for all.</param>
/// <param name="Tests">Its tests: those of its own project first, then those that use it as people do.</param>
public sealed record Target(string Project, string Folder, params IReadOnlyList<TestSet> Tests)
{
    /// <summary>What the score is promised for. What a command alone asks of the gate (guard, accept) is tested with the command.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        new("EvalGate.Statistics", "", new TestSet("EvalGate.Statistics.Tests", "")),
        new("EvalGate.Core", "Gating", new TestSet("EvalGate.Core.Tests", "Gating"), new("EvalGate.Commands.Tests", "AGate", "AGuardedGate", "AnAcceptance")),
    ];

    /// <summary>What the report calls it.</summary>
    public string Name => Folder.Length == 0 ? Project : $"{Project}, {Folder}";

    /// <summary>Whether a source file counts.</summary>
    /// <param name="file">Its path within the project.</param>
    public bool Covers(string file) => Folder.Length == 0 || file.StartsWith(Folder + "/", StringComparison.Ordinal);
}

/// <summary>Tests that are asked about a target.</summary>
/// <param name="Project">Their project.</param>
/// <param name="Parts">Folders and classes of it; empty for all. What is left out can only lower the score.</param>
public sealed record TestSet(string Project, params IReadOnlyList<string> Parts)
{
    /// <summary>Whether a test class belongs to them.</summary>
    /// <param name="name">Its full name.</param>
    public bool Holds(string name) => Parts.Any(p => p.Length == 0 || name == $"{Project}.{p}" || name.StartsWith($"{Project}.{p}.", StringComparison.Ordinal));
}
