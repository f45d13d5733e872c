using System.Text.RegularExpressions;

namespace EvalGate.RepositoryTests;

/// <summary>Codes live in one file, and each is explained where its help link leads.</summary>
public static partial class MessageCodes
{
    private static readonly string[] Codes = [.. Code().Matches(Repository.Read("src/EvalGate.Core/Model/DiagnosticCodes.cs")).Select(m => m.Value)];

    [Fact]
    public static void AreEachThereOnce() => Assert.Equal(Codes.Distinct(), Codes);

    [Fact]
    public static void AreEachExplained()
    {
        var explained = Heading().Matches(Repository.Read(".github/codes.md")).Select(m => m.Groups[1].Value).ToArray();

        Assert.Equal(Codes.Order(StringComparer.Ordinal), explained);
    }

    [GeneratedRegex("EG[0-9]{4}(?=\")")]
    private static partial Regex Code();

    [GeneratedRegex("^## (EG[0-9]{4})", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
