using EvalGate.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace EvalGate.MSBuild;

/// <summary>Diagnostics as MSBuild shows them: <c>evals/support.eval.yaml(31,5): error EG1004: …</c></summary>
internal static class DiagnosticLog
{
    /// <summary>An error without a place in the user's files: MSBuild names its own.</summary>
    public static void Write(TaskLoggingHelper log, string code, string message) => log.LogError(null, code, null, CodePage.Of(code), null, 0, 0, 0, 0, "{0}", message);

    public static void Write(TaskLoggingHelper log, string projectFolder, Diagnostic diagnostic)
    {
        // Whole, with the separators of the system: what a click in an editor or a list of errors opens.
        var file = Path.GetFullPath(diagnostic.Place.File, projectFolder);
        var link = CodePage.Of(diagnostic.Code);
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
