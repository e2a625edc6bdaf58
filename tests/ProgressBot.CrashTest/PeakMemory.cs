using System.Diagnostics;

namespace ProgressBot.CrashTest;

/// <summary>Watches how much memory the process holds at most.</summary>
sealed class PeakMemory : IDisposable
{
    readonly Timer _timer;
    long _peak;

    public PeakMemory() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));

    /// <summary>Bytes of working set.</summary>
    public long Peak => Interlocked.Read(ref _peak);

    public void Dispose() => _timer.Dispose();

    void Look()
    {
        using var process = Process.GetCurrentProcess();
        if (process.WorkingSet64 > Peak) Interlocked.Exchange(ref _peak, process.WorkingSet64);
    }
}
