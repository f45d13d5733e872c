using System.Text;
using System.Text.Json;
using EvalGate.Files;

namespace EvalGate.Commands;

/// <summary>The <c>global.json</c> that says how <c>dotnet test</c> runs tests.</summary>
internal static class GlobalJson
{
    private const string File = "global.json";
    private const string Platform = "Microsoft.Testing.Platform";
    private const string Section = $$"""  "test": { "runner": "{{Platform}}" }""";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Whether the file that holds for a folder chooses Microsoft.Testing.Platform.</summary>
    public static bool NamesTestingPlatform(string folder) => Nearest(folder) is { } file && Runner(Read(file)) == Platform;

    /// <summary>Chooses the platform for one folder, and for no project beside or above it.</summary>
    public static void Prepare(InitWriter writer, string folder)
    {
        var nearest = Nearest(folder);
        if (nearest is not null && Runner(Read(nearest)) == Platform)
        {
            writer.Keep(nearest);
        }
        else if (nearest is null || Path.GetDirectoryName(nearest) != folder)
        {
            writer.Create(File, Own(nearest));
        }
        else if (Read(nearest).TryGetProperty("test", out _))
        {
            throw new FilesException(nearest, "It chooses another test runner.", $"Write \"runner\": \"{Platform}\" in its \"test\", or name a folder for a separate evals project: --output FOLDER.");
        }
        else
        {
            writer.Change(nearest, $"runner {Platform}", text => Insert(text, Read(nearest).EnumerateObject().Any()));
        }
    }

    private static string? Nearest(string folder) => ProjectFile.Above(folder, File);

    private static JsonElement Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(TextFile.Read(file), Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new FilesException(file, "It is no JSON object.", "Mend it, and run again.");
        }
        catch (JsonException e)
        {
            throw new FilesException(file, $"It is no valid JSON: {e.Message}", "Mend it, and run again.", e);
        }
    }

    private static string? Runner(JsonElement root) =>
        root.TryGetProperty("test", out var test) && test.ValueKind == JsonValueKind.Object
        && test.TryGetProperty("runner", out var runner) && runner.ValueKind == JsonValueKind.String ? runner.GetString() : null;

    /// <summary>A file of the folder's own: it hides the one above, so it says the same of the SDK.</summary>
    private static string Own(string? above)
    {
        var text = new StringBuilder("{\n");
        if (above is not null)
        {
            foreach (var member in Read(above).EnumerateObject().Where(m => m.Name != "test"))
            {
                text.Append("  ").Append(JsonSerializer.Serialize(member.Name)).Append(": ").Append(member.Value.GetRawText()).Append(",\n");
            }
        }

        return text.Append(Section).Append("\n}\n").ToString();
    }

    private static string Insert(string text, bool hasMembers)
    {
        var start = text.IndexOf('{', StringComparison.Ordinal) + 1;
        return $"{text[..start]}\n{Section}{(hasMembers ? "," : "\n")}{text[start..]}";
    }
}
