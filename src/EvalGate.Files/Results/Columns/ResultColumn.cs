namespace EvalGate.Files;

/// <summary>One column while rows are read: first it takes the value of a row, then keeps it when the whole row is sound.</summary>
internal abstract class ResultColumn(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether any row of the file being read has the column.</summary>
    public bool IsFound { get; set; }

    /// <summary>Whether a list of values may stand in a row.</summary>
    public virtual bool TakesLists => false;

    /// <summary>Whether a file without the column is in order.</summary>
    public virtual bool IsOptional => false;

    /// <summary>Takes the value of the row that is being read.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public abstract string? Take(in Cell cell);

    /// <summary>Forgets what was taken: a new row begins.</summary>
    public abstract void Clear();
}
