using System.Diagnostics;

namespace ProgressBot.Turns;

/// <summary>How long the stages of a turn take, for whoever listens to the source <c>ProgressBot</c> (a profiler, OpenTelemetry); nothing is said of what is in them.</summary>
static class TurnTrace
{
    static readonly ActivitySource Source = new("ProgressBot");

    /// <summary>Begins a stage; disposing ends it. Null while nobody listens.</summary>
    public static Activity? Stage(string name) => Source.StartActivity(name);
}
