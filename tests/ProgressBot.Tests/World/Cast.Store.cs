using Microsoft.EntityFrameworkCore;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reporting;
using ProgressBot.Storage;

namespace ProgressBot.Tests.World;

/// <summary>The people of the talks in a real store.</summary>
static partial class Cast
{
    public static Task EnrollAsync(Store store, DateTimeOffset now) => store.RunAsync(async work =>
    {
        var units = await work.Db.Set<Unit>().AsNoTracking().ToListAsync();
        foreach (var person in Enrolled(units, work.Numbers, now)) work.Save(Rows.Added(person));
        return true;
    });
}
