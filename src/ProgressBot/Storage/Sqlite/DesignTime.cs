using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ProgressBot.Storage.Sqlite;

/// <summary>How the migrations tool gets a context; never used while running.</summary>
sealed class DesignTime : IDesignTimeDbContextFactory<BotDb>
{
    public BotDb CreateDbContext(string[] args) =>
        new((DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseSqliteFile("design-time.db").Options);
}
