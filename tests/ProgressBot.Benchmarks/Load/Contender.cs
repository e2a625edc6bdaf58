using System.Diagnostics;

namespace ProgressBot.Benchmarks.Load;

/// <summary>A server that reporters talk to, in a process of its own so that its processor time can be told from the callers', and what came of it so far.</summary>
sealed class Contender : IDisposable
{
    const string Ready = "ready ";

    readonly Process _server;
    readonly Callers _callers;
    readonly List<Talked> _talked = [];

    // read from the start: a server whose words nobody takes stands still when the pipe is full
    readonly Task<string> _said;

    Contender(string name, Process server, Callers callers) => (Name, _server, _callers, _said) = (name, server, callers, server.StandardOutput.ReadToEndAsync());

    public string Name { get; }

    /// <summary>What was counted since <see cref="ForgetAsync"/>.</summary>
    public Talked Counted => Talked.Together(_talked);

    /// <summary>Starts a program that prints <c>ready URL</c> when it listens, and ends when it reads <c>end</c>.</summary>
    public static async Task<Contender> StartAsync(string name, IEnumerable<string> command, LoadPlan plan)
    {
        var server = Process.Start(new ProcessStartInfo(command.First(), command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        while (await server.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Ready, StringComparison.Ordinal))
                return new Contender(name, server, new Callers(new Uri(line[Ready.Length..]), plan));
        throw new InvalidOperationException($"{name} did not come up.");
    }

    public async Task TalkAsync(TimeSpan time)
    {
        var (server, callers) = (Processor(_server), Processor(Process.GetCurrentProcess()));
        var talked = await _callers.TalkAsync(time);
        _talked.Add(talked with { Server = Processor(_server) - server, Callers = Processor(Process.GetCurrentProcess()) - callers });
    }

    /// <summary>Counts from here.</summary>
    public Task ForgetAsync()
    {
        _talked.Clear();
        return _server.StandardInput.WriteLineAsync("forget");
    }

    /// <summary>Ends the server; what it has to say at last.</summary>
    public async Task<string> EndAsync()
    {
        await _server.StandardInput.WriteLineAsync("end");
        await _server.WaitForExitAsync();
        return await _said;
    }

    public void Dispose()
    {
        _callers.Dispose();
        if (!_server.HasExited) _server.Kill();
        _server.Dispose();
    }

    static TimeSpan Processor(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
