using System.Globalization;

namespace ProgressBot.Benchmarks.Load;

/// <summary>How much load, for how long.</summary>
/// <param name="Connections">Requests under way at any time; each waits for its answer before it sends the next.</param>
/// <param name="People">Reporters, each of a unit of its own, who take turns.</param>
sealed record LoadPlan(int Connections, int Seconds, int People)
{
    /// <summary>Seconds before the counting begins: the compiler has to have seen the code in use.</summary>
    public int WarmUp => Math.Max(10, Seconds / 2);

    public static LoadPlan Parse(string[] arguments) =>
        new(Number(arguments, "--connections", 8), Number(arguments, "--seconds", 20), Number(arguments, "--people", 400));

    static int Number(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
