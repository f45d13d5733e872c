namespace EvalGate.Commands.Tests.Hostile;

/// <summary>What a hostile file is meant to be.</summary>
public enum Role
{
    /// <summary><c>evals/toy.eval.yaml</c></summary>
    Suite,

    /// <summary><c>evals/toy.cases.jsonl</c></summary>
    Cases,

    /// <summary><c>evals/toy.cases.yaml</c></summary>
    YamlCases,

    /// <summary>A run in the results folder.</summary>
    Run,

    /// <summary><c>evals/toy.baseline.jsonl</c></summary>
    Baseline,
}

/// <summary>A broken or malicious file: a sound one, damaged, and what a user must be told.</summary>
/// <param name="Role">Which file.</param>
/// <param name="Name">What was done to it.</param>
/// <param name="Damage">Damages the sound file at a path.</param>
/// <param name="Told">Where, what and what to do: part of what the user reads.</param>
public sealed record HostileFile(Role Role, string Name, Action<string> Damage, string Told)
{
    public override string ToString() => $"{Role}: {Name}";
}
