using ProgressBot.CrashTest;

return args switch
{
    ["worker", var data, var channel, var rate, var offset] =>
        await Worker.RunAsync(new WorkerOrder(data, channel, rate, TimeSpan.FromTicks(long.Parse(offset)))),
    ["burst", .. var rest] => await BurstRun.RunAsync(Number(rest, "--units", 10_000)),
    ["crash", .. var rest] => await CrashRun.RunAsync(
        Number(rest, "--kills", 200), Number(rest, "--reminders", 2000), Number(rest, "--replies", 500), Number(rest, "--seed", 1)),
    _ => Usage(),
};

static int Number(string[] arguments, string name, int otherwise) =>
    Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? int.Parse(arguments[at + 1]) : otherwise;

static int Usage()
{
    Console.Error.WriteLine("crash [--kills N] [--reminders N] [--replies N] [--seed N]   kill the bot over and over in the middle of a burst, then count");
    Console.Error.WriteLine("burst [--units N]   everybody due at once: rates, memory, and how long turns take meanwhile");
    return 2;
}
