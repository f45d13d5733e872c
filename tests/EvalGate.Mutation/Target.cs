namespace EvalGate.Mutation;

/// <summary>Code whose tests are tested.</summary>
/// <param name="Project">The project that is mutated.</param>
/// <param name="Folder">The folder of it that counts; empty for all.</param>
/// <param name="Tests">The projects of its tests: its own first, then those that use it as people do.</param>
public sealed record Target(string Project, string Folder, params IReadOnlyList<string> Tests)
{
    /// <summary>What the score is promised for. What a command alone asks of the gate (guard, accept, compare) is tested with the command.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        new("EvalGate.Statistics", "", "EvalGate.Statistics.Tests"),
        new("EvalGate.Core", "Gating", "EvalGate.Core.Tests", "EvalGate.Commands.Tests"),
    ];

    /// <summary>What the report calls it.</summary>
    public string Name => Folder.Length == 0 ? Project : $"{Project}, {Folder}";

    /// <summary>Whether a source file counts.</summary>
    /// <param name="file">Its path within the project.</param>
    public bool Covers(string file) => Folder.Length == 0 || file.StartsWith(Folder + "/", StringComparison.Ordinal);
}
