namespace EvalGate.Warehouse;

/// <summary>What a column holds, as far as it matters here.</summary>
internal enum ColumnKind
{
    Text,

    /// <summary>Whole numbers, or anything else whose text is the same on every engine.</summary>
    Whole,

    Real,

    Flag,

    /// <summary>Lists, objects, bytes and what else cannot be a slice or a score.</summary>
    Other,
}
