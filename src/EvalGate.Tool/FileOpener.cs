using System.ComponentModel;
using System.Diagnostics;

namespace EvalGate.Tool;

/// <summary>Opens files as a double click does.</summary>
internal static class FileOpener
{
    /// <summary>Opens a file with the user's program for it.</summary>
    /// <returns>False when there is no such program.</returns>
    public static bool Open(string path)
    {
        try
        {
            using var process = Process.Start(Start(path));
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo Start(string path) =>
        OperatingSystem.IsWindows() ? new(path) { UseShellExecute = true }
        : new(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [path]) { RedirectStandardError = true, RedirectStandardOutput = true };
}
