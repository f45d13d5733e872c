namespace EvalGate.Reports;

/// <summary>The JSON Schema of <c>verdict.json</c>, for those who read it.</summary>
public static class VerdictSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(VerdictSchema).Assembly.GetManifestResourceStream("verdict.schema.json")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
