using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports.Tests.Scenes;

namespace EvalGate.Reports.Tests;

/// <summary>Suites, metrics, slices, cases, components and messages whose names try to be more than names, in whole reports.</summary>
public static partial class HostileNames
{
    private const int Payloads = 5000;

    private static readonly string[] Parts =
    [
        "<script>alert(1)</script>", "</summary></details>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;", "&#60;", "\" onload=\"x", "'", "{{x}}", "${x}", "{0}", "[x](https://evil.example)", "![x](u)", "`", "```", "|", "\\",
        "\u202e", "\u2066", "\u2028", "\0", "\u001b[31m", "\u0007", "\uffff", "\ufffe", "\ud83d", "\ude00", "\ue000", "\r\n", "\n\n# heading\n", "\t", "=1+1", "+1", "-1", "@everyone", "::error::", "##[error]x", "\n::set-output name=x::y",
        "#12", "GH-12", "www.evil.example", "שלום", "日本語", "👩‍👩‍👧", "plain words", "a, b", "",
    ];

    private static readonly Gen<string> Any = Gen.OneOf(Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]), Gen.String[0, 12]).Array[1, 5].Select(string.Concat);

    private static readonly SuiteVerdict Usual = Scene.Of("regressed-behind-a-better-average");

    [Fact]
    public static void AreTextInEveryReport() => Property.HoldsFor(Any, Payloads, text =>
    {
        var verdict = Named(text);

        IsOnlyTestsIn(JUnitReport.Write(verdict), verdict);
        IsOneFindingIn(SarifReport.Write(verdict, text));
        IsRowsIn(CsvReport.Write(verdict), verdict);
        IsHarmlessOnAConsole(TextReport.Write(verdict, new()));
        IsHarmlessInMarkdown(MarkdownReport.Write(verdict));
    });

    private static SuiteVerdict Named(string text) => Usual with
    {
        Suite = text,
        Comparisons = [.. Usual.Comparisons.Select(c => c with { Metric = c.Metric with { Name = text }, Slice = c.Slice.IsOverall ? c.Slice : new([new(text, text)]), Reason = text, LosingCases = [text] })],
        Findings = [new("EG2001", Severity.Error, text, new(text, 3, 1))],
        Stack = [new(text, text, null)],
        Unpaired = new() { Added = [text] },
    };

    private static void IsOnlyTestsIn(string junit, SuiteVerdict verdict)
    {
        var xml = XDocument.Parse(junit);
        Assert.All(xml.Descendants(), e => Assert.Contains(e.Name.LocalName, (string[])["testsuites", "testsuite", "testcase", "failure", "skipped"]));
        Assert.Equal(verdict.Comparisons.Count + 1, xml.Descendants("testcase").Count());
        Assert.DoesNotContain(xml.DescendantNodes(), n => n is XComment or XCData or XProcessingInstruction);
    }

    private static void IsOneFindingIn(string sarif)
    {
        using var json = JsonDocument.Parse(sarif);
        var result = Assert.Single(json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.DoesNotMatch(@"(?<!\\)\[.*(?<!\\)\]\(", result.GetProperty("message").GetProperty("text").GetString()!);
        Assert.DoesNotMatch(Hidden(), result.GetProperty("message").GetProperty("text").GetString()!);
    }

    private static void IsRowsIn(string csv, SuiteVerdict verdict)
    {
        var rows = csv.TrimEnd('\n').Split('\n');
        Assert.Equal(verdict.Comparisons.Count + 1, rows.Length);
        Assert.All(rows, row => Assert.Equal(19, Cells().Count(row)));
        Assert.All(rows.Skip(1), row => Assert.DoesNotMatch("^\"?[=+@-]", row));
    }

    private static void IsHarmlessOnAConsole(string text)
    {
        Assert.DoesNotMatch(Hidden(), text);
        Assert.DoesNotContain("##[", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }

    private static void IsHarmlessInMarkdown(string markdown)
    {
        Assert.DoesNotMatch(Hidden(), markdown);
        Assert.DoesNotMatch("<(?!/?(details|summary)>)", markdown);
        Assert.Equal(1, markdown.Split("<details>").Length - 1);
        Assert.DoesNotContain("https://", markdown, StringComparison.Ordinal);
        Assert.All(markdown.Split('\n').Where(l => l.StartsWith('|')), l => Assert.InRange(Bars().Count(l), 4, 8));
    }

    /// <summary>A cell: quoted, with quotes doubled, or without comma and quote.</summary>
    [GeneratedRegex("(?<=^|,)(\"([^\"]|\"\")*\"|[^\",]*)(?=,|$)")]
    private static partial Regex Cells();

    [GeneratedRegex("(?<!\\\\)\\|")]
    private static partial Regex Bars();

    [GeneratedRegex("[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")]
    private static partial Regex Hidden();
}
