using System.Text.Json;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Which request of production becomes a case.</summary>
public sealed record PromoteRequest
{
    /// <summary>Where suites are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>The suite; null for the only one.</summary>
    public string? Suite { get; init; }

    /// <summary>The log, whole.</summary>
    public required string Log { get; init; }

    /// <summary>The log as messages and the case's source show it.</summary>
    public required string LogName { get; init; }

    /// <summary>The request in it.</summary>
    public required string RequestId { get; init; }

    /// <summary>The case's id; null for the request's.</summary>
    public string? Id { get; init; }

    /// <summary>What would have been right.</summary>
    public required JsonElement Expected { get; init; }

    /// <summary>Slice values in place of the request's own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Slices { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The group, or null.</summary>
    public string? Group { get; init; }

    /// <summary>What is taken out.</summary>
    public required SensitiveText Redaction { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>Makes a request that production saw a case.</summary>
public static class PromoteCommand
{
    /// <summary>Builds the case; <see cref="AddCaseCommand.Write"/> writes it.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static AddedCase Prepare(PromoteRequest request, ISuiteLanguage language)
    {
        var sets = CaseSets.ToEdit(request.Folder, request.Suite, language).Only();
        if (sets.Suites is not [var loaded])
        {
            return new() { Problems = sets.Problems };
        }

        var log = ProductionLog.Read(request.Log, request.LogName, loaded.Suite.Attributes);
        if (log.Cases.FirstOrDefault(c => c.Id == request.RequestId) is not { } found)
        {
            return new() { Problems = [.. log.Diagnostics, new(DiagnosticCodes.UnknownName, Severity.Error, $"there is no request '{ShownText.Of(request.RequestId)}'.{Nearest.Hint(request.RequestId, log.Cases.Select(c => c.Id))}", new(request.LogName, 0, 0))] };
        }

        return AddCaseCommand.Prepare(
            new()
            {
                Folder = request.Folder,
                Suite = loaded.Suite.Name,
                Id = request.Id ?? found.Id,
                Input = found.Input,
                Expected = request.Expected,
                Slices = found.Slices.Where(s => !request.Slices.ContainsKey(s.Key)).Concat(request.Slices).ToDictionary(StringComparer.Ordinal),
                Group = request.Group,
                Source = $"{request.LogName}#{found.Id}",
                Redaction = request.Redaction,
                Today = request.Today,
            },
            language);
    }
}
