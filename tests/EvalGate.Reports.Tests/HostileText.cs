using System.Globalization;
using CsCheck;

namespace EvalGate.Reports.Tests;

/// <summary>Text of models and data sets that tries to be more than text.</summary>
public static class HostileText
{
    private static readonly string[] Payloads =
    [
        "\u001b[31m", "\u202e", "\u0000", "\u2028", "\ud83d", "\ue000", "\U000e0041", "\r\n", "\t", "::error::", "##[error]", "@octocat", "#12", "GH-12", "owner/repo#3",
        "https://evil.example/x", "www.evil.example", "<script>", "<!-- -->", "&lt;", "![img](u)", "[x](u)", "`code`", "**b**", "_i_", "~~s~~", "$x$", "| a |", "\\|", "\\",
        "# h", "- item", "+ item", "1. item", "12) item", "> quote", "    code", "---", "日本語", "👩‍👩‍👧", "e\u0301", "plain words", "language=de", "", " ",
    ];

    private static readonly Gen<string> Any = Gen.OneOf(Gen.Int[0, Payloads.Length - 1].Select(i => Payloads[i]), Gen.String).Array[0, 8].Select(string.Concat);

    [Fact]
    public static void IsOneVisibleLineInPlainText() => Property.HoldsFor(Any, 400, text =>
    {
        var clean = CleanText.Of(text);
        Assert.DoesNotContain(clean, c => char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200c' or '\u200d') && !char.IsSurrogate(c)));
        Assert.DoesNotContain("##[", clean, StringComparison.Ordinal);
        Assert.DoesNotContain(" ::", " " + clean, StringComparison.Ordinal);
        Assert.Equal(clean, CleanText.Of(clean));
    });

    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", @"\u001b[31mred\u001b[0m")]
    [InlineData("gpj\u202eexe", @"gpj\u202eexe")]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("::error::no", ": :error::no")]
    [InlineData("std::vector", "std::vector")]
    [InlineData("a ##[group]b", "a ## [group]b")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    public static void IsWrittenOut(string text, string expected) => Assert.Equal(expected, CleanText.Of(text));

    [Fact]
    public static void IsReplacedWhereItIsHalfALetter() => Assert.Equal("half \ufffd", CleanText.Of("half \ud83d"));

    [Fact]
    public static void IsNeverMarkup() => Property.HoldsFor(Any, 400, text =>
    {
        var escaped = MarkdownText.Of(text, int.MaxValue);
        for (var i = 0; i < escaped.Length; i++)
        {
            i += escaped[i] == '\\' ? 1 : 0;
            var isEscaped = i > 0 && escaped[i - 1] == '\\';
            Assert.True(isEscaped || !@"<>|*_`[]~$!".Contains(escaped[i], StringComparison.Ordinal), $"'{escaped[i]}' stands bare in '{escaped}'");
            Assert.True(escaped[i] is not ('@' or '#') || escaped[i + 1] == '\u200b', $"'{escaped[i]}' refers in '{escaped}'");
        }

        Assert.DoesNotContain("://", escaped, StringComparison.Ordinal);
        Assert.DoesNotContain("www.", escaped, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("GH-", escaped, StringComparison.OrdinalIgnoreCase);
    });

    [Theory]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("well-read 1.5", "well-read 1.5")]
    [InlineData("# heading", "\\#\u200b heading")]
    [InlineData("a|b", "a&vert;b")]
    [InlineData(@"a\|b", @"a\\&vert;b")]
    [InlineData("&lt;b>", "&amp;lt;b&gt;")]
    [InlineData("me@evil.example", "me@\u200bevil.example")]
    [InlineData("https://evil.example", "https:\u200b//evil.example")]
    public static void IsEscapedInMarkdown(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Fact]
    public static void IsCutBetweenEscapes() => Property.HoldsFor(Gen.Select(Any, Gen.Int[1, 60]), 400, sample =>
    {
        var (text, width) = sample;
        var (whole, cut) = (MarkdownText.Of(text, int.MaxValue), MarkdownText.Of(text, width));
        Assert.InRange(cut.Length, 0, width);
        Assert.True(cut == whole || cut[^1] == '…' && whole.StartsWith(cut[..^1], StringComparison.Ordinal));
        Assert.DoesNotMatch("(^|[^\\\\])(\\\\\\\\)*\\\\…$|&[#0-9a-z]*…$", cut);
    });

    [Theory]
    [InlineData("language=de, length=long", "`language=de, length=long`")]
    [InlineData("a`b", @"a\`b")]
    [InlineData("a|b", "a&vert;b")]
    [InlineData("@everyone", "@\u200beveryone")]
    [InlineData("", "")]
    public static void IsCodeOnlyWhereItIsPlain(string name, string expected) => Assert.Equal(expected, MarkdownText.Name(name, 40));
}
