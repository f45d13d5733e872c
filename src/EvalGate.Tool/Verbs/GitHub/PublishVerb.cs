using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.GitHub;
using EvalGate.Suites;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate github publish</c></summary>
internal sealed class PublishVerb
{
    private readonly Option<string> _results = new("--results") { Description = "Where verdict.json files are looked for.", HelpName = "FOLDER", DefaultValueFactory = _ => "TestResults/evalgate" };
    private readonly Option<string> _key = new("--key") { Description = "Tells several comments on one pull request apart.", HelpName = "NAME", DefaultValueFactory = _ => "default" };
    private readonly Option<bool> _checks = new("--checks") { Description = "Also writes check runs, with findings at their lines; needs 'checks: write'.", Arity = ArgumentArity.Zero };
    private readonly Option<string[]> _redact = new("--redact") { Description = "A regular expression of what is taken out before publishing, beside well-known secrets; repeat it for several.", HelpName = "PATTERN", DefaultValueFactory = _ => [] };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Shows what would be written and writes nothing.", Arity = ArgumentArity.Zero };

    public Verb Create(Terminal terminal)
    {
        var verb = new Verb("publish", "Writes one comment and one commit status per suite.")
        {
            Examples =
            [
                ("evalgate github publish", "In a job of Actions, after 'dotnet test', whatever its outcome: if: always()."),
                ("evalgate github publish --dry-run", "What it would write."),
            ],
            Notes =
            [
                "Needs GITHUB_TOKEN and 'permissions: { pull-requests: write, statuses: write }'; everything else Actions sets itself.",
                "Without a verdict it says 'not evaluated', which is never green. It does not judge: its exit code is 0 when the verdicts arrived, whatever they say.",
            ],
        };
        _key.Validators.Add(key =>
        {
            if (key.GetValueOrDefault<string>() is not { Length: > 0 and <= 64 } name || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
            {
                key.AddError("--key takes up to 64 letters, digits, dots, dashes and underscores.");
            }
        });
        verb.AddAll([_results, _key, _checks, _redact, _dryRun]);

        GitHubVerb.SetAction(verb, terminal, parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var found = VerdictsCommand.Execute(Path.GetFullPath(parsed.GetRequiredValue(_results), terminal.Folder));
        terminal.ShowAny(found.Problems);
        return found.Problems.Count > 0 ? ExitCode.Failed : Publish(parsed, terminal, found);
    }

    private int Publish(ParseResult parsed, Terminal terminal, VerdictsResult found)
    {
        var isDry = parsed.GetValue(_dryRun);
        var read = Publication.Read(name => terminal.Variable(name) ?? (isDry && name == "GITHUB_TOKEN" ? "none" : null), TextFile.Read, terminal.Clock);
        var changes = ChangesOf(read.Event, terminal);
        var publication = read with
        {
            Redactor = new(parsed.GetRequiredValue(_redact)),
            ChecksFolder = parsed.GetValue(_checks) ? ProjectOf(parsed.GetRequiredValue(_results)) : null,
            Changes = changes?.Changes,
            ChangesProblem = changes is null && read.Event.Name == "workflow_run" ? "nothing of it is checked out here" : changes?.Problem,
            Verdicts = found.Verdicts,
            Key = parsed.GetRequiredValue(_key),
        };
        if (isDry)
        {
            terminal.Out.Write($"{string.Concat(publication.Statuses.Select(s => $"{s.Context}: {s.State.ToString().ToLowerInvariant()}, {s.Description}\n"))}\n{publication.Comment}\n");
            return ExitCode.NothingBlocks;
        }

        var result = Publisher.PublishAsync(publication, terminal.Clock).GetAwaiter().GetResult();
        terminal.Out.Write(string.Concat(result.Done.Select(d => $"{d}\n")));
        terminal.Error.Write(string.Concat(result.Refused.Select(r => $"warning: {r}\n")));
        return ExitCode.NothingBlocks;
    }

    /// <summary>The project's folder in the repository, before the folder of its results.</summary>
    private static string ProjectOf(string results) => results.Replace('\\', '/') is var path && path.IndexOf("TestResults", StringComparison.Ordinal) is > 0 and var end ? path[..end].Trim('/') : "";

    /// <summary>What the change does to that which judges it; null where nothing is to be merged.</summary>
    private static GuardResult? ChangesOf(GitHubEvent started, Terminal terminal) => started.Base is { } branch ? GuardCommand.Execute(terminal.Folder, branch, new YamlLanguage()) : null;
}
