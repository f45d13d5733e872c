using System.Globalization;
using System.Text;

namespace EvalGate.Files;

/// <summary>A column of ids or groups.</summary>
internal sealed class NameColumn(string name, bool isOptional = false) : ResultColumn(name)
{
    /// <summary>In bytes; longer ids are texts that somebody put into the wrong column.</summary>
    private const int LongestName = 1000;

    private readonly List<int> _numbers = [];

    public NameTable Names { get; } = new();

    /// <summary>The name taken for this row, or −1.</summary>
    public int Taken { get; private set; } = -1;

    public override bool IsOptional => isOptional;

    public NameValues Values => new(Names, _numbers);

    public override string? Take(in Cell cell)
    {
        if (cell.Text.IsEmpty)
        {
            return null;
        }

        if (FaultOf(cell) is { } fault)
        {
            return $"'{Name}' {fault}";
        }

        Taken = Names.Add(cell.Text);
        return null;
    }

    /// <summary>Keeps the name taken as that of the next case.</summary>
    public void Keep() => _numbers.Add(Taken);

    /// <summary>Whether the row says the same as the row that was kept for a case.</summary>
    public bool Agrees(int caseNumber) => _numbers[caseNumber] == Taken;

    public override void Clear() => Taken = -1;

    private static string? FaultOf(in Cell cell)
    {
        if (cell.Text.Length > LongestName)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {cell.Text.Length} bytes; at most {LongestName} are allowed.");
        }

        return HasControls(cell.Text) ? "has control characters. Remove them." : null;
    }

    private static bool HasControls(ReadOnlySpan<byte> text) => Ascii.IsValid(text)
        ? text.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0 || text.Contains((byte)0x7F)
        : Encoding.UTF8.GetString(text).Any(char.IsControl);
}
