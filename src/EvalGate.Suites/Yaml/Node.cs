using EvalGate.Model;

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
    public override string Kind => IsNull ? "nothing" : $"'{ShownText.Of(Text)}'";

    public bool IsNull => IsPlain && Text is "" or "null" or "~";
}

/// <summary>A list.</summary>
internal sealed record Sequence(int Line, int Column, IReadOnlyList<Node> Items) : Node(Line, Column)
{
    public override string Kind => Items.Count == 0 ? "an empty list" : "a list";
}

/// <summary>A map with unique keys, in the order written.</summary>
internal sealed record Map(int Line, int Column, IReadOnlyList<(Scalar Key, Node Value)> Entries) : Node(Line, Column)
{
    public override string Kind => Entries.Count == 0 ? "an empty map" : "a map";
}
