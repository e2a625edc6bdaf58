using BenchmarkDotNet.Running;
using ProgressBot.Benchmarks.Load;

switch (args)
{
    case ["load", .. var rest]:
        return await LoadRun.RunAsync(LoadPlan.Parse(rest));
    case [LoadServer.Verb, var data]:
        return await LoadServer.RunAsync(data);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LoadRun).Assembly).Run(args);
        return 0;
}
