using System.Globalization;
using System.Text;
using System.Xml;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>A verdict as JUnit's XML, for CI systems that show nothing else: one test per comparison, and one for what concerns the whole run.</summary>
public static class JUnitReport
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The file's text.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Write(SuiteVerdict verdict)
    {
        Test[] tests = [Whole(verdict), .. verdict.Comparisons.Select(c => Of(verdict, c))];
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", CleanText.Of(verdict.Suite));
            xml.WriteAttributeString("tests", Number(tests.Length));
            xml.WriteAttributeString("failures", Number(tests.Count(t => t.Failure is not null)));
            xml.WriteAttributeString("errors", "0");
            xml.WriteAttributeString("skipped", Number(tests.Count(t => t.Failure is null && t.Skipped is not null)));
            xml.WriteAttributeString("time", "0");
            foreach (var test in tests)
            {
                Write(xml, test);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>What is said of no single comparison: that nothing was judged, or that cases are gone.</summary>
    private static Test Whole(SuiteVerdict verdict)
    {
        var headline = Headline.Of(verdict);
        var concernsAll = verdict.Blocks && !verdict.Comparisons.Any(c => c.Blocks);
        return new(verdict.Suite, "gate", concernsAll ? headline : null, null);
    }

    private static Test Of(SuiteVerdict verdict, Comparison c) => new(
        $"{verdict.Suite}.{c.Metric.Name}",
        $"{c.Slice}: {Kind(c)}",
        c.Blocks ? Message(c) : null,
        !c.Blocks && c.Verdict >= Verdict.Inconclusive ? Message(c) : null);

    private static string Kind(Comparison c) => $"{(c.Rule.Bound is LevelBound ? "" : "change ")}{Phrases.Limit(c)}{(c.IsAnchored ? ", anchor" : c.Weighting is null ? "" : ", production mix")}";

    private static string Message(Comparison c) => c.Verdict == Verdict.NotJudged || c.Difference is null
        ? $"{VerdictWord.Of(c.Verdict)}: {c.Reason}"
        : $"{VerdictWord.Of(c.Verdict)}: {Phrases.Moved(c)}{(c.Reason is { } reason ? $" ({reason})" : "")}";

    private static void Write(XmlWriter xml, Test test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", CleanText.Of(test.Class));
        xml.WriteAttributeString("name", CleanText.Of(test.Name));
        xml.WriteAttributeString("time", "0");
        if ((test.Failure ?? test.Skipped) is { } message)
        {
            xml.WriteStartElement(test.Failure is null ? "skipped" : "failure");
            xml.WriteAttributeString("message", CleanText.Of(message));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Test(string Class, string Name, string? Failure, string? Skipped);
}
