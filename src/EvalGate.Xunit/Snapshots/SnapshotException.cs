using EvalGate.Xunit;

#pragma warning disable CA1050, IDE0130 // Verify's plugins know a failure by the bare name of its exception.
/// <summary>A snapshot changed, under the name by which Verify's plugins and tools know it.</summary>
internal sealed class VerifyException(string message) : SnapshotException(message);
#pragma warning restore CA1050, IDE0130

namespace EvalGate.Xunit
{
    /// <summary>An output is not the approved one, and the suite's policy blocks that.</summary>
    /// <param name="message">Where, and what differs, in the layout of Verify.</param>
    public class SnapshotException(string message) : Exception(message)
    {
        /// <summary>Empty: the frames are EvalGate's and the runner's, never the user's.</summary>
        public override string StackTrace => "";
    }
}
