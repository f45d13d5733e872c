using System.Text;

using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>What a file says a value is.</summary>
internal enum CellKind
{
    /// <summary>JSON null, or an empty field of a CSV file.</summary>
    Nothing,

    /// <summary>A text of a JSON file.</summary>
    Text,

    /// <summary>A number of a JSON file, as it is written.</summary>
    Number,

    /// <summary>JSON true.</summary>
    True,

    /// <summary>JSON false.</summary>
    False,

    /// <summary>A field of a CSV file, which has no types.</summary>
    Field,
}

/// <summary>One value of one row.</summary>
internal readonly ref struct Cell(CellKind kind, ReadOnlySpan<byte> text)
{
    public CellKind Kind { get; } = kind;

    /// <summary>UTF-8 without escapes; empty for <see cref="CellKind.Nothing"/>.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>The value in the words of messages.</summary>
    public string Shown => Kind switch
    {
        CellKind.Nothing => "empty",
        CellKind.Text => $"the text '{ShownText.Of(Encoding.UTF8.GetString(Text))}'",
        _ => $"'{ShownText.Of(Encoding.UTF8.GetString(Text))}'",
    };
}
