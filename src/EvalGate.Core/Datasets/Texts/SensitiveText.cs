using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>A kind of text that does not belong in a repository.</summary>
/// <param name="Name">What is put in its place, in brackets.</param>
/// <param name="Article">The kind with its article, for sentences.</param>
/// <param name="IsSecret">True for what opens a door; false for what names a person.</param>
public sealed record SensitiveKind(string Name, string Article, bool IsSecret);

/// <summary>A sensitive part of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct SensitiveSpan(SensitiveKind Kind, int Start, int Length);

/// <summary>Finds secrets and personal data, and takes them out.</summary>
/// <remarks>A net with meshes: names and addresses pass through. What it finds is nearly always right; what it misses, people must see.</remarks>
public sealed class SensitiveText
{
    private readonly IReadOnlyList<Rule> _rules;

    private SensitiveText(IReadOnlyList<Rule> rules) => _rules = rules;

    /// <summary>Keys and tokens of well-known services, private keys; mail addresses, telephone, card and account numbers.</summary>
    public static SensitiveText Usual { get; } = new(
    [
        Secret("private-key", "a private key", "-----BEGIN [A-Z ]*PRIVATE KEY-----"),
        Secret("aws-key", "an access key of AWS", @"\bA(KIA|SIA)[0-9A-Z]{16}\b"),
        Secret("github-token", "a token of GitHub", @"\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})"),
        Secret("api-key", "an API key", @"\b(sk|pk|rk)[-_](live[-_]|test[-_]|proj[-_]|ant[-_])?[A-Za-z0-9][A-Za-z0-9_-]{18,}[A-Za-z0-9]\b"),
        Secret("google-key", "an API key of Google", @"\bAIza[0-9A-Za-z_-]{35}"),
        Secret("slack-token", "a token of Slack", @"\bxox[abprs]-[A-Za-z0-9-]{10,}"),
        Secret("jwt", "a signed token (JWT)", @"\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}"),
        Secret("password", "a password", @"\b(password|passwd|passwort|mot de passe|contraseña)\s*[:=]\s*\S{6,}"),
        new(new("email", "a mail address", false), BoundedRegex.Of(@"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b"), IsNotReserved),
        new(new("iban", "an account number (IBAN)", false), BoundedRegex.Of(@"\b[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,3})?\b"), Checksums.IsIban),
        new(new("card", "a card number", false), BoundedRegex.Of(@"\b[0-9]([ -]?[0-9]){12,18}\b"), Checksums.IsCard),
        new(new("phone", "a telephone number", false), BoundedRegex.Of(@"\+[0-9]{1,3}[ /.-]?(\(0\))?[ /.-]?[0-9]{2,5}([ /.-]?[0-9]{2,5}){2,4}"), _ => true),
    ]);

    /// <summary>The same with rules of one's own before the usual ones.</summary>
    /// <param name="rules">Name and regular expression of each.</param>
    public SensitiveText With(IEnumerable<KeyValuePair<string, string>> rules) =>
        new([.. rules.Select(r => new Rule(new(r.Key, $"a text of kind '{r.Key}'", false), BoundedRegex.Of(r.Value), _ => true)), .. _rules]);

    /// <summary>What is sensitive in a text, in its order; parts do not overlap.</summary>
    /// <param name="text">Any text.</param>
    /// <exception cref="RegexMatchTimeoutException">A rule of one's own that needs backtracking took too long.</exception>
    public IReadOnlyList<SensitiveSpan> Find(string text)
    {
        var found = new List<SensitiveSpan>();
        foreach (var rule in _rules)
        {
            found.AddRange(rule.Pattern.Matches(text).Where(m => m.Length > 0 && rule.IsReal(m.Value)).Select(m => new SensitiveSpan(rule.Kind, m.Index, m.Length))
                .Where(span => !found.Exists(other => span.Start < other.Start + other.Length && other.Start < span.Start + span.Length)).ToArray());
        }

        return [.. found.OrderBy(s => s.Start)];
    }

    /// <summary>The text with <c>[email]</c> and the like in place of what is sensitive.</summary>
    /// <param name="text">Any text.</param>
    public string Redact(string text) => Find(text).Reverse().Aggregate(text, (rest, s) => $"{rest[..s.Start]}[{s.Kind.Name}]{rest[(s.Start + s.Length)..]}");

    private static Rule Secret(string name, string article, string pattern) => new(new(name, article, true), BoundedRegex.Of(pattern, RegexOptions.None), _ => true);

    /// <summary>Domains that RFC 2606 keeps for examples belong to nobody.</summary>
    private static bool IsNotReserved(string address)
    {
        var domain = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
        return domain is not ("example.com" or "example.org" or "example.net") && !domain.EndsWith(".example", StringComparison.Ordinal) && !domain.EndsWith(".test", StringComparison.Ordinal);
    }

    private sealed record Rule(SensitiveKind Kind, Regex Pattern, Predicate<string> IsReal);
}
