using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ProgressBot.Storage;

/// <summary>Registers the one file store of a data directory.</summary>
static class FileStorage
{
    public static void AddFileStore(this IServiceCollection services, string dataDirectory) => services.TryAddSingleton(provider => new FileStore(
        provider.GetRequiredService<IDbContextFactory<BotDb>>(), dataDirectory, provider.GetRequiredService<TimeProvider>()));
}
