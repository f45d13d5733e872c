namespace EvalGate.Mutation;

/// <summary>Code whose tests are tested.</summary>
/// <param name="Project">The project that is mutated.</param>
/// <param name="Folder">The folder of it that counts; empty for all.</param>
public sealed record Target(string Project, string Folder)
{
    /// <summary>What the score is promised for.</summary>
    public static IReadOnlyList<Target> All { get; } = [new("EvalGate.Statistics", ""), new("EvalGate.Core", "Gating")];

    /// <summary>The project of its tests.</summary>
    public string Tests => Project + ".Tests";

    /// <summary>What the report calls it.</summary>
    public string Name => Folder.Length == 0 ? Project : $"{Project}, {Folder}";

    /// <summary>Whether a source file counts.</summary>
    /// <param name="file">Its path within the project.</param>
    public bool Covers(string file) => Folder.Length == 0 || file.StartsWith(Folder + "/", StringComparison.Ordinal);
}
