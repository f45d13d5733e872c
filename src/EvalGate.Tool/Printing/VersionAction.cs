using System.CommandLine;
using System.CommandLine.Invocation;

namespace EvalGate.Tool.Printing;

/// <summary>Answers <c>--version</c>.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult) => ToolVersion.Show(terminal.Out);
}
