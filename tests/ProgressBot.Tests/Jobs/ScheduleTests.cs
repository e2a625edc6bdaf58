using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProgressBot.Jobs;

namespace ProgressBot.Tests.Jobs;

public sealed class ScheduleTests
{
    [Fact]
    public async Task A_sweep_steps_until_it_finds_nothing_each_time_with_fresh_services()
    {
        var services = new ServiceCollection().AddScoped<Counter>().AddSingleton(new Work(3))
            .AddSweep<Counter>(new ConfigurationBuilder().Build(), "Count", "off", (counter, _) => counter.RunOnceAsync()).BuildServiceProvider();

        var steps = await services.GetRequiredService<Sweep>().RunAsync(services.GetRequiredService<IServiceScopeFactory>(), TestContext.Current.CancellationToken);

        Assert.Equal(3, steps);
        Assert.Equal(4, services.GetRequiredService<Work>().Scopes.Distinct().Count());
    }

    [Fact]
    public async Task The_scheduler_runs_a_sweep_as_often_as_configured_even_after_it_failed()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["Schedule:Count"] = "* * * * * ?";
        builder.Services.AddSchedule().AddScoped<Counter>().AddSingleton(new Work(2) { FailsFirst = true })
            .AddSweep<Counter>(builder.Configuration, "Count", "off", (counter, _) => counter.RunOnceAsync());
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<Work>().Finished.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, host.Services.GetRequiredService<Work>().Left);
    }

    [Fact]
    public void A_schedule_that_cannot_be_read_is_refused_at_the_start()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Schedule:Count", "every day")]).Build();

        var error = Assert.Throws<FormatException>(() =>
            new ServiceCollection().AddSweep<Counter>(configuration, "Count", "off", (counter, _) => counter.RunOnceAsync()));

        Assert.Contains("Schedule:Count: 'every day'", error.Message);
    }

    sealed class Work(int left)
    {
        readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Left { get; private set; } = left;
        public bool FailsFirst { get; set; }
        public List<Counter> Scopes { get; } = [];
        public Task Finished => _finished.Task;

        public bool Take(Counter by)
        {
            if (FailsFirst)
            {
                FailsFirst = false;
                throw new InvalidOperationException("the first time");
            }
            Scopes.Add(by);
            if (Left > 0) return Left-- > 0;
            _finished.TrySetResult();
            return false;
        }
    }

    sealed class Counter(Work work)
    {
        public Task<bool> RunOnceAsync() => Task.FromResult(work.Take(this));
    }
}
