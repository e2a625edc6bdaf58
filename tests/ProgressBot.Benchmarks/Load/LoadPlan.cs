using System.Globalization;

namespace ProgressBot.Benchmarks.Load;

/// <summary>How much load, for how long.</summary>
/// <param name="Connections">Requests under way at any time; each waits for its answer before it sends the next.</param>
/// <param name="People">Reporters, each of a unit of its own, who take turns.</param>
/// <param name="Beside">Another server's program (.dll) and its arguments, to get the same load in turns with the bot; empty for none.</param>
/// <param name="Stages">Tell how long the stages of a turn take, too; listening to them is not free.</param>
sealed record LoadPlan(int Connections, int Seconds, int People, string[] Beside, bool Stages)
{
    /// <summary>Seconds at a stretch for one of two.</summary>
    public int Slice => Beside is [] ? Seconds : 5;

    /// <summary>Seconds before the counting begins: the compiler has to have seen the code in use.</summary>
    public int WarmUp => Math.Max(10, Seconds / 2);

    public static LoadPlan Parse(string[] arguments)
    {
        const string beside = "--beside";
        var own = arguments.TakeWhile(argument => argument != beside).ToArray();
        return new(Number(own, "--connections", 8), Number(own, "--seconds", 20), Number(own, "--people", 2000), [.. arguments.Skip(own.Length + 1)], own.Contains("--stages"));
    }

    static int Number(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
