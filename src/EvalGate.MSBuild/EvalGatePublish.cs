using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.GitHub;
using EvalGate.Model;
using EvalGate.Suites;
using Microsoft.Build.Framework;

namespace EvalGate.MSBuild;

/// <summary>Writes the verdicts that the last run left to the pull request: what <c>evalgate github publish</c> does, without the tool.</summary>
public sealed class EvalGatePublish : SuitesTask
{
    /// <summary>Tells several comments on one pull request apart.</summary>
    public string Key { get; set; } = "default";

    /// <summary>Also writes check runs, with findings at their lines.</summary>
    public bool Checks { get; set; }

    /// <summary>Regular expressions of what is taken out before publishing, separated by semicolons.</summary>
    public string Redact { get; set; } = "";

    /// <summary>The environment: value by name.</summary>
    internal Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <inheritdoc/>
    public override bool Execute()
    {
        Try(() =>
        {
            try
            {
                Publish(VerdictsCommand.Execute(Runs));
            }
            catch (GitHubException e)
            {
                DiagnosticLog.Write(Log, DiagnosticCodes.NotPublished, e.Message);
            }
        });
        return !Log.HasLoggedErrors;
    }

    private void Publish(VerdictsResult found)
    {
        foreach (var problem in found.Problems)
        {
            DiagnosticLog.Write(Log, Project, problem);
        }

        if (found.Problems.Count > 0)
        {
            return;
        }

        var publication = Publication.Read(Variable, TextFile.Read, TimeProvider.System);
        var changes = publication.Event.Base is { } branch ? GuardCommand.Execute(Project, branch, new YamlLanguage()) : null;
        var result = Publisher.PublishAsync(
            publication with
            {
                Verdicts = found.Verdicts,
                Key = Key,
                Redactor = new(Redact.Split(';', StringSplitOptions.RemoveEmptyEntries)),
                ChecksFolder = Checks ? GitHead.PathInRepository(Project) : null,
                Changes = changes?.Changes,
                ChangesProblem = changes?.Problem,
            },
            TimeProvider.System).GetAwaiter().GetResult();
        Log.LogMessage(MessageImportance.High, "{0}", string.Join('\n', result.Done));
        foreach (var refused in result.Refused)
        {
            Log.LogWarning("EvalGate: {0}", refused);
        }
    }
}
