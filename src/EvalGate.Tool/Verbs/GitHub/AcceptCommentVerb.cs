using System.CommandLine;
using EvalGate.Files;
using EvalGate.GitHub;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate github accept</c></summary>
internal sealed class AcceptCommentVerb
{
    private readonly Option<string> _artifact = new("--artifact") { Description = "The artifact with the results of the pull request's head.", HelpName = "NAME", DefaultValueFactory = _ => "verdicts" };
    private readonly Option<string> _as = new Option<string>("--as") { Description = "What acceptance becomes: a commit on the branch, or a suggestion to commit by hand.", HelpName = "commit|suggestion", DefaultValueFactory = _ => "commit" }.AcceptOnlyFromAmong("commit", "suggestion");
    private readonly Option<int> _days = new("--days") { Description = "How long a regression may be accepted, and is where nobody says it.", HelpName = "N", DefaultValueFactory = _ => 30 };

    public Verb Create(Terminal terminal)
    {
        var verb = new Verb("accept", "Answers '/evalgate accept …' on a pull request.")
        {
            Examples = [("evalgate github accept", "In a job of Actions that a new comment starts: on: issue_comment.")],
            Notes =
            [
                "Whoever writes the comment must be allowed to write to the repository. The code in the command names one result of one commit; it stops working when either changes.",
                "A regression becomes a waiver, with what was seen as its ceiling; groups of snapshots are approved. The job checks out the default branch and never the pull request. "
                    + "It needs 'permissions: { actions: read, pull-requests: write, contents: write }'; on pull requests of forks the answer is a suggestion.",
            ],
        };
        verb.AddAll([_artifact, _as, _days]);

        GitHubVerb.SetAction(verb, terminal, parsed => InvokeAsync(parsed, terminal).GetAwaiter().GetResult());
        return verb;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, Terminal terminal)
    {
        var read = Publication.Read(terminal.Variable, TextFile.Read, terminal.Clock);
        if (read.Event.Comment is not { } comment || !CommentCommand.IsIn(comment.Body))
        {
            await terminal.Out.WriteLineAsync("This comment accepts nothing.");
            return ExitCode.NothingBlocks;
        }

        using var session = new AcceptSession(read.Job, terminal.Clock);
        if (await session.OpenAsync(read.Event) is { } refusal)
        {
            // Who may not write gets no answer: a comment of anybody would make the bot write.
            await terminal.Error.WriteLineAsync($"error: {refusal}.");
            return ExitCode.Blocked;
        }

        var acceptance = new CommentAcceptance(terminal, session, parsed.GetRequiredValue(_artifact), parsed.GetValue(_days), parsed.GetRequiredValue(_as) == "commit");
        var (answer, isAccepted) = await acceptance.AnswerAsync(comment);
        await session.ReplyAsync(answer);
        await terminal.Out.WriteAsync(answer);
        return isAccepted ? ExitCode.NothingBlocks : ExitCode.Blocked;
    }
}
