namespace EvalGate.Files.Tests;

// Verify itself is not served to this build: these do what its documentation says of the members that the recipe calls.

internal delegate Task<CompareResult> StringCompare(string received, string verified, IReadOnlyDictionary<string, object> context);

internal sealed record CompareResult(bool IsEqual);

internal sealed class VerifyException(string message) : Exception(message);

internal sealed class VerifySettings
{
    public string Directory { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public bool Diffs { get; private set; } = true;

    public StringCompare? Compare { get; private set; }

    public void UseDirectory(string directory) => Directory = directory;

    public void UseFileName(string fileName) => FileName = fileName;

    public void DisableDiff() => Diffs = false;

    public void UseStringComparer(StringCompare compare) => Compare = compare;
}

internal static class Verifier
{
    /// <summary>Passes equal texts without asking the comparer, leaves a received file beside what is new or differs, deletes it where all is well.</summary>
    public static async Task Verify(string target, string extension, VerifySettings settings)
    {
        var stem = Path.Combine(settings.Directory, settings.FileName);
        var (received, verified) = ($"{stem}.received.{extension}", $"{stem}.verified.{extension}");
        var approved = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : null;
        if (approved is not null && (approved == target || (await settings.Compare!(target, approved, new Dictionary<string, object>())).IsEqual))
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, target);
        throw new VerifyException(approved is null ? "New" : "NotEqual");
    }
}
