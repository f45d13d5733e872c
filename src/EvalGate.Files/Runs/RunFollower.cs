using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Follows the runs of one session while another process writes them. Reads every byte once.</summary>
/// <remarks>It is for eyes only: what cannot be read counts nothing, and whoever reads the run says what is wrong with it.</remarks>
/// <param name="results">The folder with one folder per target framework; need not exist yet.</param>
/// <param name="session">The session, as the runs' headers name it.</param>
public sealed class RunFollower(string results, string session)
{
    private readonly Dictionary<string, Followed> _files = new(StringComparer.Ordinal);

    /// <summary>Reads what was written since the last time.</summary>
    /// <returns>All runs of the session together.</returns>
    public RunProgress Poll()
    {
        try
        {
            var runs = Directory.Exists(results) ? Directory.EnumerateFiles(results, "*.jsonl", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }) : [];
            return runs.Aggregate(RunProgress.None, (sum, file) => sum.Plus(Follow(file).Read(file, session)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FilesException)
        {
            return _files.Values.Aggregate(RunProgress.None, (sum, file) => sum.Plus(file.Progress));
        }
    }

    private Followed Follow(string file) => _files.TryGetValue(file, out var followed) ? followed : _files[file] = new();

    /// <summary>One file, and how far it was read.</summary>
    private sealed class Followed
    {
        private long _position;
        private bool? _isWanted;

        public RunProgress Progress { get; private set; } = RunProgress.None;

        public RunProgress Read(string path, string session)
        {
            if (_isWanted == false)
            {
                return RunProgress.None;
            }

            using var stream = Disk.OpenRead(path);
            stream.Position = _position;
            var lines = new LineReader(stream, int.MaxValue);
            while (_isWanted != false && lines.Next() is { IsTerminated: true } line)
            {
                _position += line.Bytes.Length + 1;
                Take(line, session);
            }

            return Progress;
        }

        private void Take(Line line, string session)
        {
            try
            {
                if (_isWanted is null)
                {
                    var header = JsonSerializer.Deserialize(line.Bytes.Span, FileJson.Lines<RunHeader>());
                    _isWanted = header?.Session == session;
                    Progress = _isWanted == true ? RunProgress.None with { Expected = (long)header!.Cases * header.Repetitions } : RunProgress.None;
                }
                else if (JsonSerializer.Deserialize(line.Bytes.Span, FileJson.Lines<RunRecordLine>())?.ToRecord() is { } record)
                {
                    var usage = record.Usage?.Plus(record.JudgeUsage ?? new()) ?? record.JudgeUsage;
                    Progress = Progress.Plus(new(0, 1, record.Errors.Count > 0 ? 1 : 0, usage?.TotalTokens, usage?.CostUsd));
                }
            }
            catch (JsonException)
            {
                _isWanted ??= false;
            }
        }
    }
}
