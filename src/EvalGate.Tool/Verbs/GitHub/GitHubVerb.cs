using System.CommandLine;
using EvalGate.GitHub;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate github</c></summary>
internal static class GitHubVerb
{
    public static Verb Create(Terminal terminal)
    {
        var github = new Verb("github", "Brings verdicts to pull requests, and acceptance back.") { Examples = [("evalgate github publish", "The comment and the commit statuses of the suites that just ran.")] };
        github.Add(new PublishVerb().Create(terminal));
        github.Add(new BaselineVerb().Create(terminal));
        github.Add(new AcceptCommentVerb().Create(terminal));
        return github;
    }

    /// <summary>Does what talks to GitHub, whose failures are not this program's.</summary>
    public static void SetAction(Verb verb, Terminal terminal, Func<ParseResult, int> act) => verb.SetAction(parsed =>
    {
        try
        {
            return act(parsed);
        }
        catch (GitHubException e)
        {
            terminal.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Failed;
        }
    });
}
