namespace EvalGate.Suites.Reading;

/// <summary>Checks paths and globs that suites name: they stay inside the project on every operating system.</summary>
internal static class RelativePath
{
    /// <summary>What is wrong with a path; null when nothing is.</summary>
    public static string? Problem(string path) => path switch
    {
        "" => "the path is empty",
        _ when path.Contains('\\', StringComparison.Ordinal) => "use '/' between folders, on Windows too",
        _ when path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) => "the path must be relative",
        _ when path.Split('/').Contains("..") => "the path must not leave its folder ('..')",
        _ when path.Any(char.IsControl) => "the path holds control characters",
        _ => null,
    };
}
