using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>Who approved what for which input: <c>.approvals/</c>, one file per batch, so that branches never edit the same one.</summary>
public sealed class Approvals
{
    private const string FolderName = ".approvals";
    private const string Kind = "approvals";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const int LongestLine = 1024 * 1024;

    private readonly Dictionary<(string Name, string Text), HashSet<string>> _inputs = [];
    private readonly List<Diagnostic> _problems = [];

    /// <summary>Batches that could not be read; what they approved counts as approved for any input.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Reads all batches of a snapshot folder.</summary>
    /// <param name="folder">The folder; one without approvals has none.</param>
    /// <exception cref="FilesException">A file may not be read.</exception>
    public static Approvals Read(string folder)
    {
        var approvals = new Approvals();
        var batches = Path.Combine(folder, FolderName);
        foreach (var file in Disk.Access<string[]>(batches, () => Directory.Exists(batches) ? [.. Directory.EnumerateFiles(batches, "*.jsonl").Order(StringComparer.Ordinal)] : []))
        {
            approvals.ReadBatch(file);
        }

        return approvals;
    }

    /// <summary>Writes a batch.</summary>
    /// <param name="folder">The snapshot folder.</param>
    /// <param name="batch">At least one approval.</param>
    /// <returns>The file.</returns>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public static string Write(string folder, ApprovalBatch batch)
    {
        byte[][] lines =
        [
            JsonLine.Write(json =>
            {
                FileHead.Write(json, Kind);
                FileHead.WriteMembers(json, JsonSerializer.SerializeToElement(batch.Header, FileJson.Lines<ApprovalHeader>()));
            }),
            .. batch.Lines.OrderBy(l => l.Case, StringComparer.Ordinal).Select(l => JsonLine.Terminate(JsonSerializer.SerializeToUtf8Bytes(l, FileJson.Lines<ApprovalLine>()))),
        ];
        var text = string.Concat(lines.Select(l => Encoding.UTF8.GetString(l)));
        var time = batch.Header.ApprovedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        var path = Path.Combine(folder, FolderName, $"{time}-{ContentHash.Of(text)[..12]}.jsonl");
        TextFile.WriteAtomically(path, text);
        return path;
    }

    /// <summary>Whether a text was approved, and only for other inputs. What nobody recorded is not stale: other tools approve by renaming.</summary>
    /// <param name="name">The case's name.</param>
    /// <param name="textHash">Fingerprint of the approved text.</param>
    /// <param name="inputHash">Fingerprint of today's input.</param>
    public bool IsStale(string name, string textHash, string inputHash) => _inputs.TryGetValue((name, textHash), out var inputs) && !inputs.Contains(inputHash);

    private void ReadBatch(string file)
    {
        using var stream = Disk.OpenRead(file);
        var lines = new LineReader(stream, LongestLine);
        try
        {
            var isFirst = true;
            while (Disk.Access(file, lines.Next) is { IsTooLong: false } line)
            {
                using var document = JsonStyle.Parse(line.Bytes);
                if (isFirst && FileHead.Refuse(document.RootElement, Kind, file) is { } refusal)
                {
                    _problems.Add(refusal);
                    return;
                }

                if (!isFirst && document.RootElement.Deserialize(FileJson.Lines<ApprovalLine>()) is { } approval)
                {
                    Add(approval);
                }

                isFirst = false;
            }
        }
        catch (JsonException e)
        {
            _problems.Add(FileHead.Bad(file, 0, $"The approvals are damaged: {JsonFaults.ReasonOf(e)}"));
        }
    }

    private void Add(ApprovalLine approval)
    {
        var key = (SnapshotName.Of(approval.Case), approval.Output);
        if (!_inputs.TryGetValue(key, out var inputs))
        {
            _inputs[key] = inputs = new(StringComparer.Ordinal);
        }

        inputs.Add(approval.Input);
    }
}

/// <summary>What was approved at once.</summary>
/// <param name="Header">By whom, and why.</param>
/// <param name="Lines">What.</param>
public sealed record ApprovalBatch(ApprovalHeader Header, IReadOnlyList<ApprovalLine> Lines);

/// <summary>Who approved a batch.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="ApprovedBy">Who, in the words of the machine or of the command line.</param>
/// <param name="How"><c>review</c> when somebody looked at each group, <c>command</c> when a command line said it, <c>record</c> when a run did.</param>
/// <param name="Reason">Why; null when nobody said.</param>
/// <param name="Runs">The runs that the outputs come from.</param>
public sealed record ApprovalHeader(string Suite, DateTimeOffset ApprovedAt, string ApprovedBy, string How, string? Reason, IReadOnlyList<string> Runs);

/// <summary>One approval.</summary>
/// <param name="Case">The case.</param>
/// <param name="Input">Fingerprint of its input.</param>
/// <param name="Output">Fingerprint of the approved text.</param>
public sealed record ApprovalLine(string Case, string Input, string Output);
