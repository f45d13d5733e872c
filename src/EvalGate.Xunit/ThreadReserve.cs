namespace EvalGate.Xunit;

/// <summary>
/// Threads that the pool gives out at once. A subject that blocks its thread takes one away; without a reserve the next call would wait
/// for a thread while the machine idles, because the pool adds threads beyond the number of processors only slowly.
/// </summary>
internal static class ThreadReserve
{
    private static readonly Lock Access = new();

    public static void Add(int threads)
    {
        lock (Access)
        {
            ThreadPool.GetMinThreads(out var workers, out var ports);
            ThreadPool.SetMinThreads(workers + threads, ports);
        }
    }
}
