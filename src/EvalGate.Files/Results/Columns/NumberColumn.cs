using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>A column of numbers; true is 1 and false is 0.</summary>
internal sealed class NumberColumn(ScoreColumnName column) : ResultColumn(column.Name)
{
    /// <summary>Above this, whole numbers are not exact any more.</summary>
    private const double Greatest = 9_007_199_254_740_992;

    private readonly double _least = (double?)column.Range?.Minimum ?? -Greatest;
    private readonly double _most = (double?)column.Range?.Maximum ?? Greatest;
    private readonly List<double> _values = [];
    private double _taken = double.NaN;
    private double _largest;
    private bool _isPassFail = true;
    private bool _isWhole = true;
    private int _count;

    public ScoreValues Values => new(Name, _values) { Count = _count, IsPassFail = _isPassFail, IsWhole = _isWhole, Largest = _largest };

    public override string? Take(in Cell cell)
    {
        if (cell.Kind == CellKind.Nothing)
        {
            return null;
        }

        if (Number(cell) is not { } number)
        {
            return $"'{Name}' is {cell.Shown}; a number, true or false is needed. Leave it out where the metric does not apply.";
        }

        if (Math.Abs(number) > Greatest)
        {
            return $"'{Name}' is {cell.Shown}; numbers beyond ±9007199254740992 cannot be summed exactly. Use a larger unit.";
        }

        if (number < _least || number > _most)
        {
            return $"'{Name}' is {cell.Shown}, outside its range {Quantity.Text(column.Range!.Minimum)}..{Quantity.Text(column.Range.Maximum)}.";
        }

        _taken = number;
        return null;
    }

    /// <summary>Keeps the number taken as that of the next row.</summary>
    public void Keep()
    {
        _values.Add(_taken);
        if (double.IsNaN(_taken))
        {
            return;
        }

        _count++;
        _isPassFail &= _taken is 0 or 1;
        _isWhole &= Math.Truncate(_taken) == _taken;
        _largest = Math.Max(_largest, Math.Abs(_taken));
    }

    public override void Clear() => _taken = double.NaN;

    private static double? Number(in Cell cell) => cell.Kind switch
    {
        CellKind.True => 1,
        CellKind.False => 0,
        CellKind.Number => Parse(cell.Text),
        CellKind.Field => Parse(cell.Text) ?? Flag(cell.Text),
        _ => null,
    };

    private static double? Parse(ReadOnlySpan<byte> text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return ShortDecimal.TryParse(text, out var number) || (double.TryParse(text, Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number))
            ? number
            : null;
    }

    private static double? Flag(ReadOnlySpan<byte> text) => text switch
    {
        _ when System.Text.Ascii.EqualsIgnoreCase(text, "true") => 1,
        _ when System.Text.Ascii.EqualsIgnoreCase(text, "false") => 0,
        _ => null,
    };
}
