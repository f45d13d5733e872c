using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.GitHub;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Suites;

namespace EvalGate.Tool.Verbs;

/// <summary>What a command on a pull request becomes: files, put into one commit or shown to be.</summary>
/// <param name="terminal">Stands in a checkout of the default branch.</param>
/// <param name="session">The pull request.</param>
/// <param name="artifact">Where the results are.</param>
/// <param name="days">How long a regression may be accepted.</param>
/// <param name="commits">Whether a commit is wanted where one may be made.</param>
internal sealed class CommentAcceptance(Terminal terminal, AcceptSession session, string artifact, int days, bool commits)
{
    private readonly YamlLanguage _language = new();

    /// <summary>The answer, in Markdown, and whether anything was accepted.</summary>
    public async Task<(string Answer, bool IsAccepted)> AnswerAsync(PullRequestComment comment)
    {
        var (command, problem) = CommentCommand.Read(comment.Body);
        if (command is null)
        {
            return Refuse(problem!);
        }

        if (await session.ResultsAsync(artifact) is not { } zip)
        {
            return Refuse($"there are no results of {session.Head[..7]} yet: the workflow of the evals must upload them as `{artifact}`");
        }

        using var results = new PassingFile("results.zip", zip);
        return await AnswerAsync(command, comment.Login, results.Path);
    }

    private static (string Answer, bool IsAccepted) Refuse(string reason) => (AcceptReply.Refusal(reason), false);

    private async Task<(string Answer, bool IsAccepted)> AnswerAsync(CommentCommand command, string login, string zip)
    {
        var found = VerdictsCommand.OfZip(zip);
        if (found.Problems is [var first, ..])
        {
            return Refuse(MarkdownText.Of(first.Message.TrimEnd('.')));
        }

        var today = DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime);
        var plan = AcceptPlan.Of(command, session.Head, found.Verdicts, (today, today.AddDays(days)));
        var (files, problem) = plan.Problem is null ? await WaiversAsync(plan) : ([], plan.Problem);
        var snapshots = problem is null && command.Snapshots.Count > 0
            ? ApproveArtifactCommand.Execute(RequestOf(command, login), zip, found.Verdicts, _language, await session.BlobsAsync())
            : null;
        problem ??= snapshots?.Problem is { } unapproved ? MarkdownText.Of(unapproved) : null;
        if (problem is not null)
        {
            return Refuse(problem);
        }

        files = files.Concat(snapshots?.Files ?? new Dictionary<string, string>()).ToDictionary(StringComparer.Ordinal);
        var accepted = (plan, snapshots?.Count ?? 0);
        if (!commits || !session.TakesCommits)
        {
            return (AcceptReply.Of(command, login, accepted, null) + Suggestion(files, plan, command), true);
        }

        var (commit, refusal) = await session.CommitAsync(files, $"evalgate accept {command.Code}\n\n{CleanText.Of(command.Reason)}");
        return refusal is null ? (AcceptReply.Of(command, login, accepted, commit), true) : Refuse(refusal);
    }

    private ApproveRequest RequestOf(CommentCommand command, string login) => new()
    {
        Place = new(terminal.Folder, null, null),
        Filter = new() { Groups = command.Snapshots },
        Actor = login,
        Reason = command.Reason,
        Now = terminal.Clock.GetUtcNow(),
    };

    /// <summary>The files of waivers as they will be, by path in the repository.</summary>
    private async Task<(Dictionary<string, string> Files, string? Problem)> WaiversAsync(AcceptPlan plan)
    {
        var suites = ProjectSuites.Below(terminal.Folder, _language).Where(s => s.Suite is not null).ToLookup(s => s.Suite!.Name, StringComparer.Ordinal);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var planned in plan.Waivers)
        {
            if (suites[planned.Suite].FirstOrDefault() is not { } suite)
            {
                return ([], $"the default branch has no suite {MarkdownText.Name(planned.Suite, 80)} yet: put the waiver into a commit");
            }

            var path = PathOf(suite);
            files[path] = WaiverText.Add(files.GetValueOrDefault(path) ?? await session.ReadAsync(path), [WaiverText.Of(planned)]);
            if (_language.ReadWaivers(files[path], path, suite.Suite!).Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } wrong)
            {
                return ([], $"{MarkdownText.Name(path, 200)} would not be sound: {MarkdownText.Of(wrong.Message.TrimEnd('.'))}");
            }
        }

        return (files, null);
    }

    private static string PathOf(CheckedSuite suite) =>
        string.Join('/', new[] { GitHead.PathInRepository(suite.ProjectFolder), suite.Suite!.Folder, CheckedSuite.WaiversFile }.Where(p => p.Length > 0));

    private string Suggestion(Dictionary<string, string> files, AcceptPlan plan, CommentCommand command)
    {
        var names = files.Keys.Where(f => f.EndsWith(CheckedSuite.WaiversFile, StringComparison.Ordinal)).Select(f => MarkdownText.Name(f, 200));
        var entries = plan.Waivers.Count == 0 ? "" : $"\nAdd to {string.Join(", ", names)}, in a commit:\n\n```yaml\n{string.Join('\n', plan.Waivers.Select(WaiverText.Of))}\n```\n";
        var groups = string.Concat(command.Snapshots.Select(s => $" --group {MarkdownText.Of(s, 20)}"));
        return entries + (groups.Length == 0 ? "" : $"\nDownload the artifact `{artifact}`, then: evalgate snapshots pull {artifact}.zip, and evalgate snapshots accept{groups}.\n");
    }
}
