using System.Text.RegularExpressions;

namespace EvalGate.Tool.Tests;

public sealed partial class Colour : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void StandsOnVerdictsAndChangesNoWord()
    {
        new TwoFiles().With("de", 4, 2, 14, 30).With("en", 10, 12, 6, 72).With("fr", 20, 0, 0, 400).WriteJsonLines(_place);
        const string Command = "compare base.jsonl new.jsonl --metric correct --slices language --max-drop 2pp";

        var plain = _place.Run(Command).Out;
        var coloured = _place.Run(Command, t => t with { HasColour = true }).Out;

        Assert.Equal(plain, Escapes().Replace(coloured, ""));
        Assert.Contains("\u001b[1;91mREGRESSED\u001b[0m", coloured, StringComparison.Ordinal);
        Assert.Contains("\u001b[32mclear\u001b[0m", coloured, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", plain, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escapes();
}
