using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports.Tests.Scenes;
using NJsonSchema;

namespace EvalGate.Reports.Tests;

/// <summary><c>verdict.sarif</c>, <c>verdict.junit.xml</c>, <c>comparisons.csv</c>, and the schema of <c>verdict.json</c>.</summary>
public static partial class TheFilesForOtherTools
{
    private static readonly JsonSchema VerdictSchema = Schema(Reports.VerdictSchema.Text);

    /// <summary>What SARIF 2.1.0 demands of the parts that are written here: sections 3.13, 3.14, 3.18, 3.19, 3.27, 3.29 and 3.30 of the standard.</summary>
    private static readonly JsonSchema Sarif = Schema("""
        {
          "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "additionalProperties": false, "required": ["version", "runs"],
          "properties": {
            "$schema": { "type": "string", "format": "uri" }, "version": { "enum": ["2.1.0"] },
            "runs": { "type": "array", "minItems": 1, "items": {
              "type": "object", "additionalProperties": false, "required": ["tool", "results"],
              "properties": {
                "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                "automationDetails": { "type": "object", "additionalProperties": false, "properties": { "id": { "type": "string" } } },
                "tool": { "type": "object", "additionalProperties": false, "required": ["driver"], "properties": {
                  "driver": { "type": "object", "additionalProperties": false, "required": ["name"], "properties": {
                    "name": { "type": "string" }, "informationUri": { "type": "string", "format": "uri" },
                    "rules": { "type": "array", "uniqueItems": true, "items": { "type": "object", "additionalProperties": false, "required": ["id"], "properties": {
                      "id": { "type": "string" }, "shortDescription": { "$ref": "#/definitions/message" }, "helpUri": { "type": "string", "format": "uri" } } } } } } } },
                "results": { "type": "array", "items": {
                  "type": "object", "additionalProperties": false, "required": ["message"],
                  "properties": {
                    "ruleId": { "type": "string" }, "ruleIndex": { "type": "integer", "minimum": 0 }, "level": { "enum": ["none", "note", "warning", "error"] },
                    "message": { "$ref": "#/definitions/message" },
                    "locations": { "type": "array", "items": { "type": "object", "additionalProperties": false, "properties": {
                      "physicalLocation": { "type": "object", "additionalProperties": false, "required": ["artifactLocation"], "properties": {
                        "artifactLocation": { "type": "object", "additionalProperties": false, "properties": { "uri": { "type": "string", "pattern": "^[A-Za-z0-9%._~/-]+$" } } },
                        "region": { "type": "object", "additionalProperties": false, "properties": { "startLine": { "type": "integer", "minimum": 1 }, "startColumn": { "type": "integer", "minimum": 1 } } } } } } } }
                  } } }
              } } }
          },
          "definitions": { "message": { "type": "object", "additionalProperties": false, "required": ["text"], "properties": { "text": { "type": "string", "minLength": 1 } } } }
        }
        """);

    /// <summary>What readers of JUnit's format (Jenkins' xUnit plugin, Surefire) allow of the parts that are written here.</summary>
    private static readonly XmlSchemaSet JUnit = XmlSchemas("""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:complexType name="reason" mixed="true"><xs:attribute name="message"/><xs:attribute name="type"/></xs:complexType>
          <xs:complexType name="case">
            <xs:choice minOccurs="0"><xs:element name="failure" type="reason"/><xs:element name="skipped" type="reason"/></xs:choice>
            <xs:attribute name="classname" use="required"/><xs:attribute name="name" use="required"/><xs:attribute name="time" type="xs:decimal" use="required"/>
          </xs:complexType>
          <xs:complexType name="suite">
            <xs:sequence><xs:element name="testcase" type="case" maxOccurs="unbounded"/></xs:sequence>
            <xs:attribute name="name" use="required"/><xs:attribute name="time" type="xs:decimal" use="required"/>
            <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/><xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/><xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
          </xs:complexType>
          <xs:element name="testsuites"><xs:complexType><xs:sequence><xs:element name="testsuite" type="suite" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """);

    public static TheoryData<string> Scenes => Scene.Names;

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void FollowTheirSchemas(string scene)
    {
        var verdict = Scene.Of(scene);

        Assert.Empty(VerdictSchema.Validate(JsonReport.Write(verdict)));
        Assert.Empty(Sarif.Validate(SarifReport.Write(verdict, "src/My Help-Desk")));
        XDocument.Parse(JUnitReport.Write(verdict)).Validate(JUnit, (_, e) => Assert.Fail(e.Message));
    }

    [Theory]
    [InlineData("regressed-in-a-cross")]
    [InlineData("no-baseline")]
    [InlineData("hostile-names")]
    public static void ReadAsApproved(string scene)
    {
        var verdict = Scene.Of(scene);

        Approved.Is($"{scene}.sarif", SarifReport.Write(verdict, "src/HelpDesk"));
        Approved.Is($"{scene}.junit.xml", JUnitReport.Write(verdict));
        Approved.Is($"{scene}.csv", LongNumber().Replace(CsvReport.Write(verdict), m => double.Parse(m.Value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void AreTheSameUnderACommaCulture(string scene)
    {
        var verdict = Scene.Of(scene);

        Assert.Equal(All(verdict), CommaCulture.Outside(() => All(verdict)));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void NameEveryFindingAtItsPlace(string scene)
    {
        var verdict = Scene.Of(scene);
        using var sarif = JsonDocument.Parse(SarifReport.Write(verdict, "src/HelpDesk"));
        var run = sarif.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");

        var written = run.GetProperty("results").EnumerateArray().ToArray();

        Assert.Equal(verdict.Findings.Select(f => f.Code), written.Select(r => rules[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.Equal(
            verdict.Findings.Where(f => f.Place.Line > 0).Select(f => ($"src/HelpDesk/{f.Place.File}", f.Place.Line)),
            written.Where(r => r.GetProperty("locations").GetArrayLength() > 0).Select(Place).Where(p => p.Uri.StartsWith("src/HelpDesk/evals", StringComparison.Ordinal)));
    }

    /// <summary>What every reader of JUnit's format counts on: the sums of a suite are those of its tests.</summary>
    [Theory]
    [MemberData(nameof(Scenes))]
    public static void CountTestsAsTheyAre(string scene)
    {
        var verdict = Scene.Of(scene);
        var suite = XDocument.Parse(JUnitReport.Write(verdict)).Root!.Element("testsuite")!;
        var tests = suite.Elements("testcase").ToArray();

        Assert.Equal(verdict.Comparisons.Count + 1, tests.Length);
        Assert.Equal(tests.Length, (int)suite.Attribute("tests")!);
        Assert.Equal(tests.Count(t => t.Element("failure") is not null), (int)suite.Attribute("failures")!);
        Assert.Equal(tests.Count(t => t.Element("skipped") is not null), (int)suite.Attribute("skipped")!);
        Assert.Equal(verdict.Blocks, (int)suite.Attribute("failures")! > 0);
        Assert.All(tests, t => Assert.All(["classname", "name", "time"], a => Assert.False(string.IsNullOrEmpty((string?)t.Attribute(a)))));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("two\nlines", "two lines")]
    public static void HoldNoFormula(string name, string expected)
    {
        var verdict = Scene.Of("clear") with { Suite = name };

        Assert.StartsWith($"{expected},correct,overall,baseline,", CsvReport.Write(verdict).Split('\n')[1], StringComparison.Ordinal);
    }

    private static string All(SuiteVerdict verdict) => SarifReport.Write(verdict, "") + JUnitReport.Write(verdict) + CsvReport.Write(verdict);

    private static (string Uri, int Line) Place(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        return (place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    private static XmlSchemaSet XmlSchemas(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text));
        var schemas = new XmlSchemaSet();
        schemas.Add("", reader);
        return schemas;
    }

    private static JsonSchema Schema(string text) => JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    /// <summary>The last digits depend on the machine's arithmetic.</summary>
    [GeneratedRegex(@"-?\d+\.\d{10,}(E-?\d+)?")]
    private static partial Regex LongNumber();
}
