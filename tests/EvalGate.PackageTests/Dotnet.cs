using System.Diagnostics;
using System.Text;

namespace EvalGate.PackageTests;

/// <summary>What a command said and how it ended.</summary>
public sealed record Outcome(int ExitCode, string Text)
{
    /// <summary>Everything on one line with single spaces: where a sentence was wrapped does not matter.</summary>
    private string Flat => Flatten(Text);

    public Outcome Exits(int code)
    {
        Assert.True(ExitCode == code, $"expected exit code {code}, got {ExitCode}:\n{Text}");
        return this;
    }

    public Outcome Says(params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.True(Flat.Contains(Flatten(text), StringComparison.Ordinal), $"expected '{text}' in:\n{Text}");
        }

        return this;
    }

    public Outcome DoesNotSay(params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.False(Flat.Contains(Flatten(text), StringComparison.Ordinal), $"did not expect '{text}' in:\n{Text}");
        }

        return this;
    }

    /// <summary>These lines, one after the other; a test node's text stands indented by two.</summary>
    public void Prints(string lines)
    {
        var printed = string.Join('\n', Text.Split('\n').Select(l => (l.StartsWith("  ", StringComparison.Ordinal) ? l[2..] : l).TrimEnd()));
        Assert.True(printed.Contains(lines, StringComparison.Ordinal), $"expected\n{lines}\nin:\n{Text}");
    }

    private static string Flatten(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Runs the dotnet command as a user's shell would, without what the surrounding test run left in the environment.</summary>
public static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private static readonly string[] Inherited =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI", "TEAMCITY_VERSION", "JENKINS_URL", "BUILDKITE", "CIRCLECI", "APPVEYOR",
        "TRAVIS", "CODEBUILD_BUILD_ID", "BITBUCKET_BUILD_NUMBER", "DRONE",
    ];

    public static Outcome Run(string folder, string arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(folder, arguments, environment);
        var text = new StringBuilder();
        process.OutputDataReceived += (_, e) => Append(text, e.Data);
        process.ErrorDataReceived += (_, e) => Append(text, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'dotnet {arguments}' did not end within {Limit}:\n{text}");
        }

        process.WaitForExit();
        return new(process.ExitCode, text.ToString());
    }

    public static Process Start(string folder, string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(IsInherited).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static bool IsInherited(string name) =>
        Inherited.Contains(name) || name.StartsWith("EVALGATE_", StringComparison.Ordinal) || name.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal)
        || (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)) || name is "DOTNET_HOST_PATH";

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }
}
