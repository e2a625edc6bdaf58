using BenchmarkDotNet.Running;
using ProgressBot.Benchmarks.Load;

switch (args)
{
    case ["load", .. var rest]:
        return await LoadRun.RunAsync(LoadPlan.Parse(rest));
    case [LoadServer.Verb, var data, .. var rest]:
        return await LoadServer.RunAsync(data, rest is [LoadServer.Stages]);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LoadRun).Assembly).Run(args);
        return 0;
}
