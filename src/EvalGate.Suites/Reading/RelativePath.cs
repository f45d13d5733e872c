using EvalGate.Model;
using EvalGate.Suites.Yaml;

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

    /// <summary>The paths of a key, each checked.</summary>
    public static IReadOnlyList<string> All(MapReader map, string key)
    {
        var files = map.Texts(key);
        foreach (var file in files)
        {
            if (Problem(file.Text) is { } problem)
            {
                map.Problems.Add(DiagnosticCodes.WrongValue, file, $"'{key}' is {file.Kind}: {problem}.");
            }
        }

        return [.. files.Select(f => f.Text)];
    }
}
