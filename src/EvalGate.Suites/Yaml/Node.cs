namespace EvalGate.Suites.Yaml;

/// <summary>A node of a YAML document that was found free of what suites do not allow.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
internal abstract record Node(int Line, int Column)
{
    /// <summary>What the node is, in the words of messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text. Quoted or plain, because <c>true</c> and <c>"true"</c> differ.</summary>
internal sealed record Scalar(int Line, int Column, string Text, bool IsPlain) : Node(Line, Column)
{
    public override string Kind => IsNull ? "nothing" : $"'{Shown(Text)}'";

    public bool IsNull => IsPlain && Text is "" or "null" or "~";

    public static string Shown(string text)
    {
        var clean = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return clean.Length <= 60 ? clean : clean[..60] + "…";
    }
}

/// <summary>A list.</summary>
internal sealed record Sequence(int Line, int Column, IReadOnlyList<Node> Items) : Node(Line, Column)
{
    public override string Kind => "a list";
}

/// <summary>A map with unique keys, in the order written.</summary>
internal sealed record Map(int Line, int Column, IReadOnlyList<(Scalar Key, Node Value)> Entries) : Node(Line, Column)
{
    public override string Kind => "a map";
}
