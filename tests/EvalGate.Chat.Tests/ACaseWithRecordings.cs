using EvalGate.Files;
using EvalGate.Recordings;

namespace EvalGate.Chat.Tests;

/// <summary>A folder of recordings, and one case that asks.</summary>
internal sealed class ACaseWithRecordings : IDisposable
{
    private readonly TempFolder _folder = new();

    public const string CaseId = "late-parcel";

    public RecordingFolder Folder => new(_folder["support.recordings"], "support");

    public string Text => File.ReadAllText(Assert.Single(Folder.Files()));

    /// <summary>What the host makes for one repetition of the case; current until the test ends.</summary>
    public EvalContext Begin(RecordingMode mode, int repetition = 1)
    {
        var context = new EvalContext("support", CaseId, repetition) { Recorder = new SuiteRecordings(Folder, mode, TimeProvider.System).For(CaseId, repetition) };
        EvalContext.Current = context;
        return context;
    }

    public void Dispose()
    {
        EvalContext.Current = null;
        _folder.Dispose();
    }
}
