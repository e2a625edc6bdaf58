using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ProgressBot.CrashTest;

/// <summary>Two bots on one database. Each is killed at a random moment after it has come up, and started again.</summary>
sealed class Fleet(string data, string channelUrl, TimeSpan offset, Func<int> rate, Random random, Func<TimeSpan> now)
{
    const int LongestLife = 1200;

    readonly ConcurrentDictionary<int, string> _urls = new();
    readonly ConcurrentDictionary<int, TimeSpan> _killed = new();

    /// <summary>When each killed process was killed.</summary>
    public IReadOnlyDictionary<int, TimeSpan> Killed => _killed;

    /// <summary>The address of some bot that is up; null when none is.</summary>
    public string? AnyUrl => _urls.Values.FirstOrDefault();

    /// <summary>Keeps one bot coming up and going down until so many have been killed in all.</summary>
    public async Task KillAsync(int kills)
    {
        while (_killed.Count < kills)
        {
            using var bot = await StartAsync();
            await Task.Delay(Life());
            _killed[bot.Id] = now();
            Stop(bot);
            if (_killed.Count % 20 == 0) Console.WriteLine($"{now():mm\\:ss}  killed {_killed.Count}");
        }
    }

    /// <summary>Starts a bot that lives until <see cref="Stop"/>.</summary>
    public async Task<Process> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(Fleet).Assembly.Location);
        var (perSecond, ticks) = (rate().ToString(CultureInfo.InvariantCulture), offset.Ticks.ToString(CultureInfo.InvariantCulture));
        foreach (var argument in new[] { "worker", data, channelUrl, perSecond, ticks }) start.ArgumentList.Add(argument);
        var bot = Process.Start(start)!;
        var ready = await bot.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A bot did not come up.");
        _urls[bot.Id] = ready["ready ".Length..];
        return bot;
    }

    /// <summary>Kills a bot the hard way: SIGKILL, no time to say goodbye.</summary>
    public void Stop(Process bot)
    {
        bot.Kill();
        bot.WaitForExit();
        _urls.TryRemove(bot.Id, out _);
    }

    int Life()
    {
        lock (random) return random.Next(LongestLife);
    }
}
