using System.Runtime.InteropServices;

namespace ProgressBot.Core.Dialogs.Answers.Spoken;

/// <summary>Things in the order of a text, looked up by place.</summary>
static class Stretch
{
    /// <summary>The index of the first that begins at an offset or behind it.</summary>
    public static int FirstFrom<T>(IReadOnlyList<T> ordered, int offset, Func<T, int> start)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(ordered[middle]) < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Those that begin within a stretch.</summary>
    public static ReadOnlySpan<T> Within<T>(List<T> ordered, int from, int until, Func<T, int> start)
    {
        var first = FirstFrom(ordered, from, start);
        return CollectionsMarshal.AsSpan(ordered)[first..Math.Max(first, FirstFrom(ordered, until, start))];
    }
}
