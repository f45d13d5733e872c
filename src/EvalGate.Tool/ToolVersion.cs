using System.Reflection;

namespace EvalGate.Tool;

/// <summary>The version of the tool, which is that of the EvalGate package it was built with.</summary>
internal static class ToolVersion
{
    /// <summary>Without the commit behind <c>+</c>.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Writes it.</summary>
    public static int Show(TextWriter writer)
    {
        writer.WriteLine(Text);
        return ExitCode.NothingBlocks;
    }
}
