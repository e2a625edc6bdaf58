namespace ProgressBot.CrashTest;

static class BurstRun
{
    public static Task<int> RunAsync(int units) => Task.FromResult(units);
}
