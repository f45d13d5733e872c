using System.CommandLine;
using System.CommandLine.Invocation;

namespace EvalGate.Tool.Printing;

/// <summary>Answers <c>--help</c>.</summary>
internal sealed class HelpAction(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.Write(HelpText.Of(parseResult.CommandResult.Command, terminal.Width));
        return ExitCode.NothingBlocks;
    }
}
