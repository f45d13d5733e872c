using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class ComponentFingerprint
{
    [Fact]
    public static void IsThatOfPathsAndContents()
    {
        var expected = ContentHash.Of($"kb/a.md\t{ContentHash.Of("x\n")}\nprompt.md\t{ContentHash.Of("y")}\n");

        Assert.Equal(expected, Of(("prompt.md", "y"), ("kb/a.md", "x\n")));
    }

    [Fact]
    public static void DoesNotSeeTheMachinesLineEnds() =>
        Assert.Equal(Of(("a.md", "x\ny\n\rz\r")), Of(("a.md", "x\r\ny\r\n\rz\r")));

    [Fact]
    public static void SeesEveryChange()
    {
        string[] all =
        [
            Of(("a.md", "x")), Of(("a.md", "y")), Of(("b.md", "x")), Of(("a.md", "x"), ("b.md", "")), Of(("a.md", "x\r")), Of(("a.md", "x\n")), Of(),
        ];

        Assert.Equal(all.Length, all.Distinct(StringComparer.Ordinal).Count());
    }

    private static string Of(params (string Path, string Text)[] files)
    {
        using var folder = new TempFolder();
        foreach (var (path, text) in files)
        {
            folder.Write(path, text);
        }

        return ComponentHash.Of(folder.Path, new Component("c", ["**/*.md"], default));
    }
}
