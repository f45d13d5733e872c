namespace EvalGate.Model;

/// <summary>A place in a file that the user wrote.</summary>
/// <param name="File">Path relative to the project folder, with forward slashes.</param>
/// <param name="Line">Line from 1; 0 when the place is the whole file.</param>
/// <param name="Column">Column from 1; 0 when the place is the whole line.</param>
public readonly record struct SourcePlace(string File, int Line, int Column)
{
    /// <summary><c>evals/support.eval.yaml(31,5)</c>, the form that compilers and editors read.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => $"{File}({Line})",
        _ => $"{File}({Line},{Column})",
    };
}
