namespace EvalGate.Warehouse;

/// <summary>How an engine writes what the FROM item needs, and which short cuts to the same sums it has.</summary>
internal sealed record SqlDialect
{
    /// <summary>A column as text.</summary>
    public required Func<string, string> Text { get; init; }

    /// <summary>A column as a double-precision number.</summary>
    public required Func<string, string> Double { get; init; }

    /// <summary>The MD5 of a text as 32 lower-case hexadecimal digits.</summary>
    public required Func<string, string> Md5 { get; init; }

    /// <summary>What makes text compare byte by byte, whatever the database's collation.</summary>
    public string Collation { get; init; } = "";

    /// <summary>A column of true and false as 1 and 0.</summary>
    public Func<string, string> Flag { get; init; } = column => $"case when {column} then 1 when not {column} then 0 end";

    /// <summary>A text as a number, NaN for what is none; null where that cannot be said.</summary>
    public Func<string, string>? Parsed { get; init; }

    /// <summary>Whether one pass may group by several sets.</summary>
    public bool HasGroupingSets { get; init; }

    /// <summary>Whether a sum of 64-bit numbers grows beyond 64 bits by itself.</summary>
    public bool SumsWiden { get; init; }

    /// <summary>What keeps a planner from working out the expressions of a subquery anew wherever they are used.</summary>
    public string Fence { get; init; } = "";

    /// <summary>The row of table <c>t</c> as a JSON object; null where an output format says it.</summary>
    public string? Document { get; init; }

    /// <summary>What any engine should understand; for the text that users run elsewhere.</summary>
    public static SqlDialect Standard { get; } = new()
    {
        Text = column => $"cast({column} as varchar)",
        Double = column => $"cast({column} as double precision)",
        Md5 = text => $"md5({text})",
    };

    public static SqlDialect DuckDb { get; } = Standard with
    {
        Flag = column => $"cast({column} as integer)",
        Parsed = text => $"case when {text} is null then null when lower({text}) = 'true' then 1 when lower({text}) = 'false' then 0 else coalesce(try_cast({text} as double), cast('NaN' as double)) end",
        HasGroupingSets = true,
        SumsWiden = true,
        Document = "to_json(t)",
    };

    public static SqlDialect Postgres { get; } = Standard with
    {
        Collation = " collate \"C\"",
        Fence = " offset 0",
        Document = "row_to_json(t)",
        HasGroupingSets = true,
        SumsWiden = true,
    };

    /// <summary>Its casts refuse NULL; its functions keep it.</summary>
    public static SqlDialect ClickHouse { get; } = new()
    {
        Text = column => $"toString({column})",
        Double = column => $"toFloat64({column})",
        Md5 = text => $"lower(hex(MD5({text})))",
        Flag = column => column,
    };
}
