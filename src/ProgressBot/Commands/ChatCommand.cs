using Microsoft.EntityFrameworkCore;
using ProgressBot.Channels.Console;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reporting;
using ProgressBot.Outbox;
using ProgressBot.Storage;
using ProgressBot.Turns;

namespace ProgressBot.Commands;

/// <summary>The verb <c>chat</c>: the same turns in the terminal; a line is a message, <c>[text]</c> taps a button, an empty line ends.</summary>
static class ChatCommand
{
    public static async Task<int> RunAsync(string name, string? data, CancellationToken cancellationToken)
    {
        await using var bot = await BotShell.OpenAsync(data, null, services => services.AddSingleton<IChannel>(new ConsoleChannel(Console.Out)));
        if (await AddressOfAsync(bot, name, cancellationToken) is not { } address)
        {
            await Console.Error.WriteLineAsync(CommandWording.Text("person_unknown", ("name", name)));
            return 1;
        }
        while (await Console.In.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            if (Console.IsInputRedirected) Console.WriteLine($"{name}: {line}");
            var text = line.StartsWith('[') && line.EndsWith(']') ? line[1..^1] : line;
            await bot.GetRequiredService<TurnRunner>().RunAsync(new Incoming(address, Guid.NewGuid().ToString("N"), text, TimeProvider.System.GetUtcNow()), cancellationToken);
            while (await bot.GetRequiredService<OutboxSender>().SendOnceAsync(cancellationToken))
            {
            }
        }
        return 0;
    }

    // a person known by name speaks from an address of the terminal's own; anybody else is a stranger
    static async Task<Address?> AddressOfAsync(ServiceProvider bot, string name, CancellationToken cancellationToken)
    {
        var address = new Address(ConsoleChannel.ChannelName, name);
        return await bot.GetRequiredService<Store>().RunAsync(async unit =>
        {
            var person = await unit.Db.Set<Person>().AsNoTracking().AsSplitQuery().Include(person => person.Memberships).Include(person => person.Addresses).FirstOrDefaultAsync(person => person.Name == name);
            if (person is null) return null;
            if (person.Addresses.All(known => known.Channel != address.Channel))
                unit.Save(Rows.Replaced(person, person.SpeakFrom(new PersonAddress { Id = unit.Numbers.Next<PersonAddress>(), Channel = address.Channel, Key = address.Key })));
            return address;
        }, cancellationToken);
    }
}
