using EvalGate.Commands;
using Xunit;

namespace EvalGate.Xunit;

/// <summary>Shows the snapshot of a case in its test.</summary>
internal static class ShownSnapshot
{
    /// <summary>Writes what a passing test has to say to its output; in CI, where nothing is written beside the approved file, attaches what came out.</summary>
    public static void Show(CaseSnapshot? snapshot, EvalEnvironment environment)
    {
        if (snapshot is { Blocks: false, Message: { } message })
        {
            TestContext.Current.TestOutputHelper?.WriteLine(message);
        }

        if (environment.IsCi && snapshot?.Received is { } received)
        {
            TestContext.Current.AddAttachment($"received.{received.Extension}", received.Text);
        }
    }
}
