using EvalGate.Snapshots;

namespace EvalGate.Files.Tests;

public sealed class VerifySnapshots : ISnapshotBackend
{
    public async ValueTask<SnapshotComparison> VerifyAsync(SnapshotRequest request, CancellationToken cancellationToken)
    {
        var comparison = request.Judge.Compare(request.Received, null, _ => false);       // new, unless Verify finds an approved one
        var settings = new VerifySettings();
        settings.UseDirectory(request.Folder);
        settings.UseFileName(request.Name);
        settings.DisableDiff();
        settings.UseStringComparer((received, verified, _) =>
        {
            comparison = request.Judge.Compare(request.Received, new(new(verified, request.Received.Extension), []), _ => false);
            return Task.FromResult(new CompareResult(comparison.IsApproved));
        });
        try
        {
            await Verifier.Verify(request.Received.Text, request.Received.Extension, settings);
            return comparison.Verdict == SnapshotVerdict.New ? new(SnapshotVerdict.Match, SnapshotPolicy.Off, []) : comparison;
        }
        catch (Exception e) when (e.GetType().Name == "VerifyException")
        {
            return comparison;                                                             // EvalGate's policy decides what fails
        }
        finally
        {
            if (!request.MayWrite)
            {
                File.Delete(Path.Combine(request.Folder, $"{request.Name}.received.{request.Received.Extension}"));
            }
        }
    }
}
