using EvalGate.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace EvalGate.MSBuild;

/// <summary>Diagnostics as MSBuild shows them: <c>evals/support.eval.yaml(31,5): error EG1004: …</c></summary>
internal static class DiagnosticLog
{
    private const string Help = "https://github.com/evalgate/evalgate/blob/main/.github/codes.md#";

    public static void Write(TaskLoggingHelper log, string projectFolder, Diagnostic diagnostic)
    {
        var file = Path.Combine(projectFolder, diagnostic.Place.File);
        var link = Help + diagnostic.Code.ToLowerInvariant();
        var (line, column) = (diagnostic.Place.Line, diagnostic.Place.Column);
        switch (diagnostic.Severity)
        {
            case Severity.Error:
                log.LogError(null, diagnostic.Code, null, link, file, line, column, 0, 0, "{0}", diagnostic.Message);
                break;
            case Severity.Warning:
                log.LogWarning(null, diagnostic.Code, null, link, file, line, column, 0, 0, "{0}", diagnostic.Message);
                break;
            default:
                log.LogMessage(MessageImportance.High, "{0}", diagnostic.ToString());
                break;
        }
    }
}
