using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.GitHub;

/// <summary>Takes out secrets before anything leaves the machine: comments and statuses are not masked by Actions.</summary>
/// <remarks>Well-known shapes of keys and tokens always go; what else is secret is for its owner to say.</remarks>
public sealed partial class Redactor
{
    private const string Replacement = "[redacted]";

    private readonly Regex[] _own;

    /// <summary>A redactor with patterns of its own.</summary>
    /// <param name="patterns">.NET regular expressions.</param>
    /// <exception cref="GitHubException">One is no regular expression.</exception>
    public Redactor(IReadOnlyList<string> patterns) => _own = [.. patterns.Select(Compiled)];

    /// <summary>Takes out well-known shapes only.</summary>
    public static Redactor Usual { get; } = new([]);

    /// <summary>A text without secrets.</summary>
    /// <param name="text">Any text.</param>
    public string Clean(string text)
    {
        try
        {
            return _own.Aggregate(Shapes().Replace(text, Replacement), (t, own) => own.Replace(t, Replacement));
        }
        catch (RegexMatchTimeoutException)
        {
            // Nobody knows what is in it.
            return Replacement;
        }
    }

    /// <summary>A verdict without secrets: every text in it, before it is escaped for any report.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <exception cref="GitHubException">A pattern takes out what a verdict cannot do without.</exception>
    public SuiteVerdict Clean(SuiteVerdict verdict)
    {
        var json = JsonNode.Parse(JsonReport.Write(verdict))!;
        return VerdictReader.Read(Clean(json)!.ToJsonString()).Verdict
            ?? throw new GitHubException("a pattern of --redact takes out words that every verdict has. Make it narrower.");
    }

    private JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject map => Clean(map),
        JsonArray list => new JsonArray([.. list.Select(Clean)]),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => JsonValue.Create(Clean(value.GetValue<string>())),
        null => null,
        _ => node.DeepClone(),
    };

    /// <summary>Names of slices and components are texts of users too; two that become the same are one.</summary>
    private JsonObject Clean(JsonObject map)
    {
        var clean = new JsonObject();
        foreach (var (name, value) in map)
        {
            clean[Clean(name)] = Clean(value);
        }

        return clean;
    }

    private static Regex Compiled(string pattern)
    {
        try
        {
            return BoundedRegex.Of(pattern);
        }
        catch (ArgumentException e)
        {
            throw new GitHubException($"'{CleanText.Of(pattern, 80)}' is no regular expression.", e);
        }
    }

    // Markdown may have a backslash before an underscore.
    [GeneratedRegex("""
        \bgh[pousr]\\?_[A-Za-z0-9]{20,255} | \bgithub\\?_pat\\?_[A-Za-z0-9_\\]{20,255} | \bglpat-[A-Za-z0-9_\\-]{20,255}
        | \bsk-[A-Za-z0-9_\\-]{20,255} | \b[rs]k\\?_live\\?_[A-Za-z0-9]{16,255} | \bxox[abeoprs]-[A-Za-z0-9-]{10,255} | \bhf\\?_[A-Za-z0-9]{30,255} | \bnpm\\?_[A-Za-z0-9]{36}
        | \bA(?:KIA|SIA)[A-Z0-9]{16}\b | \bAIza[A-Za-z0-9_\\-]{35} | \bSG\.[A-Za-z0-9_\\-]{16,32}\.[A-Za-z0-9_\\-]{32,64}
        | \beyJ[A-Za-z0-9_\\-]{10,}\.[A-Za-z0-9_\\-]{10,}\.[A-Za-z0-9_\\-]{10,} | (?<=://[^\s/:@]{1,100}:)[^\s/@]{1,200}(?=@)
        | -----BEGIN\ [A-Z ]{0,20}PRIVATE\ KEY-----(?:[A-Za-z0-9+/=\s]{0,8192}-----END\ [A-Z ]{0,20}PRIVATE\ KEY-----)?
        """, RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Shapes();
}
