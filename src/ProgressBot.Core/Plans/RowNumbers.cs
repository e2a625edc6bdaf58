namespace ProgressBot.Core.Plans;

/// <summary>Numbers for new rows, one count per kind of row; the store says where each begins.</summary>
/// <param name="next">The next number of a kind; every call gives another one.</param>
public sealed class RowNumbers(Func<Type, int> next)
{
    public int Next<T>() => next(typeof(T));
}
