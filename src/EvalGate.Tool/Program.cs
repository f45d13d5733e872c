namespace EvalGate.Tool;

/// <summary>The process.</summary>
internal static class Program
{
    // Scripts ask for the version often: it is answered before any command is built.
    public static int Main(string[] arguments) => arguments is ["--version"]
        ? ToolVersion.Show(Console.Out)
        : EvalGateTool.Run(arguments, Terminal.OfProcess());
}
