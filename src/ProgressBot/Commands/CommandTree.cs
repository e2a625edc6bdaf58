using System.CommandLine;
using ProgressBot.Commands.Replies;
using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Reminding;

namespace ProgressBot.Commands;

/// <summary>The command line: every verb, what it takes, and where it leads. Exit codes: 0 done, 1 the input has errors, 2 wrong usage.</summary>
static class CommandTree
{
    static readonly Option<string?> Data = new("--data") { Description = "folder of database, evidence and keys (default ./data)" };
    static readonly Option<string?> Urls = new("--urls") { Description = "address to listen on" };
    static readonly Option<string[]> Counter = Counters();
    static readonly Option<DateTimeOffset?> At = new("--at") { Description = "as if it were this time, e.g. 2022-10-08T10:00+08:00" };

    public static RootCommand Create()
    {
        var root = new RootCommand("ProgressBot: reminds units, understands their answers, sums them up.");
        foreach (var command in new[] { Serve(), Demo(), Plan(), Figures(), Replies(), Chat(), Remind(), Digest(), Export(), Invite(),
            Check(), Migrate(), Backup(), Teams() }) root.Add(command);
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(null, null, cancellationToken));
        return root;
    }

    static Command Serve()
    {
        var command = new Command("serve", "the server: web chat, channels, jobs") { Urls, Data };
        command.SetAction((given, cancellationToken) => ServeCommand.RunAsync(given.GetValue(Urls), given.GetValue(Data), cancellationToken));
        return command;
    }

    static Command Demo()
    {
        var command = new Command("demo", "the server on this machine with a sample plan, a cast, and a clock that can be moved") { Urls, Data };
        command.SetAction((given, cancellationToken) => DemoCommand.RunAsync(given.GetValue(Urls), given.GetValue(Data), cancellationToken));
        return command;
    }

    static Command Plan()
    {
        var file = new Argument<FileInfo>("FILE");
        var json = new Option<bool>("--json") { Description = "one JSON document and nothing else" };
        var explain = new Option<bool>("--explain") { Description = "also tells which header meant what and which rule gave each target" };
        var read = new Command("read", "reads a document into a draft and prints it; stores nothing") { file, Counter, json, explain };
        read.SetAction(given => PlanReadCommand.Run(
            given.GetRequiredValue(file), given.GetValue(Counter) ?? [], new DraftOutput(given.GetValue(json), given.GetValue(explain)), Console.Out, Console.Error));
        var import = new Command("import", "stores a document as a draft") { file, Counter, Data };
        import.SetAction((given, cancellationToken) => PlanImportCommand.RunAsync(given.GetRequiredValue(file), given.GetValue(Counter) ?? [], given.GetValue(Data), cancellationToken));
        var id = new Argument<int>("ID");
        var period = new Option<RoundPeriod>("--period") { Description = "how often the units report", DefaultValueFactory = _ => RoundPeriod.Month };
        var activate = new Command("activate", "brings a draft into force") { id, period, Data };
        activate.SetAction((given, cancellationToken) => PlanActivateCommand.RunAsync(given.GetRequiredValue(id), given.GetValue(period), given.GetValue(Data), cancellationToken));
        var settings = new Argument<string[]>("KEY=VALUE") { Arity = ArgumentArity.ZeroOrMore, Description = $"{string.Join(", ", ScheduleSetting.Keys)}; e.g. steps=open,-3,0,1 repeat=none roll=forward" };
        var set = new Command("set", "when rounds are due and people are reminded; alone it shows the settings") { id, settings, Data };
        set.SetAction((given, cancellationToken) => PlanSetCommand.RunAsync(given.GetRequiredValue(id), given.GetValue(settings) ?? [], given.GetValue(Data), cancellationToken));
        return new Command("plan", "plans: read, import, activate, set") { read, import, activate, set };
    }

    static Command Figures()
    {
        var plan = new Option<int?>("--plan") { Description = "with the units of measure of this plan, too" };
        var command = new Command("figures", "one JSON line with the figures found for each line of the input") { plan, Counter, Data };
        command.SetAction((given, cancellationToken) => FiguresCommand.RunAsync(given.GetValue(plan), given.GetValue(Counter) ?? [], given.GetValue(Data), cancellationToken));
        return command;
    }

    static Command Replies()
    {
        var plan = new Option<string>("--plan") { Description = "a document, or the number of a plan that is kept", Required = true };
        var members = new Option<string[]>("--members") { Description = "who belongs to a group: GROUP=UNIT,UNIT; may be repeated" };
        members.Validators.Add(given =>
        {
            foreach (var token in given.Tokens)
                if (token.Value.IndexOf('=', StringComparison.Ordinal) <= 0) given.AddError($"--members {token.Value}: GROUP=UNIT,UNIT");
        });
        var explain = new Option<bool>("--explain") { Description = "also tells what was weighed for each figure" };
        var command = new Command("replies", "for each message (a JSON line) what the bot would hold and ask; stores nothing") { plan,
            members, explain, Data };
        command.SetAction((given, cancellationToken) =>
            RepliesCommand.RunAsync(given.GetRequiredValue(plan), given.GetValue(members) ?? [], given.GetValue(explain),
                given.GetValue(Data), cancellationToken));
        return command;
    }

    static string Reason(CounterFault fault, string line) =>
        CommandWording.Wording.Text($"counter.{Phrasing.Name(fault)}", ("line", line), ("counter", line));

    static Option<string[]> Counters()
    {
        var option = new Option<string[]>("--counter") { Description = "a unit of measure of the plan's own: 畦, 标准床=张, 打=12件; may be repeated" };
        option.Validators.Add(given =>
        {
            foreach (var token in given.Tokens)
                if (CounterRule.Check(token.Value, MeasureWords.Default) is { } fault) given.AddError($"--counter {token.Value}: {Reason(fault, token.Value)}");
        });
        return option;
    }

    static Command Chat()
    {
        var person = new Option<string>("--as") { Description = "the name of a person", Required = true };
        var command = new Command("chat", "a talk in the terminal") { person, Data };
        command.SetAction((given, cancellationToken) => ChatCommand.RunAsync(given.GetRequiredValue(person), given.GetValue(Data), cancellationToken));
        return command;
    }

    static Command Remind()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "only print", Required = true };
        var command = new Command("remind", "what would be sent to whom, and why") { dryRun, At, Data };
        command.SetAction((given, cancellationToken) => RemindCommand.RunAsync(given.GetValue(At), given.GetValue(Data), cancellationToken));
        return command;
    }

    static Command Digest()
    {
        var preview = new Option<bool>("--preview") { Description = "only print", Required = true };
        var audience = new Option<string>("--audience") { Description = "coordinator, leader, or a unit's name", DefaultValueFactory = _ => "coordinator" };
        var command = new Command("digest", "the digest as text") { preview, audience, At, Data };
        command.SetAction((given, cancellationToken) => DigestCommand.RunAsync(given.GetValue(At), given.GetRequiredValue(audience), given.GetValue(Data), Console.Out, Console.Error, cancellationToken));
        return command;
    }

    static Command Export()
    {
        var plan = new Option<int>("--plan") { Description = "the plan's number", Required = true };
        var file = new Option<FileInfo>("--out") { Description = "FILE.xlsx or FILE.csv", Required = true };
        var command = new Command("export", "the table with its progress columns") { plan, file, Data };
        command.SetAction((given, cancellationToken) => ExportCommand.RunAsync(given.GetRequiredValue(plan), given.GetRequiredValue(file), given.GetValue(Data), cancellationToken));
        return command;
    }

    static Command Invite()
    {
        var unit = new Argument<string?>("UNIT") { Arity = ArgumentArity.ZeroOrOne };
        var coordinator = new Option<bool>("--coordinator");
        var leader = new Option<bool>("--leader");
        var command = new Command("invite", "a one-time code that binds a person") { unit, coordinator, leader, Data };
        command.Validators.Add(given =>
        {
            var kinds = (given.GetValue(unit) is null ? 0 : 1) + (given.GetValue(coordinator) ? 1 : 0) + (given.GetValue(leader) ? 1 : 0);
            if (kinds != 1) given.AddError("invite takes a UNIT, --coordinator or --leader.");
        });
        command.SetAction((given, _) => InviteCommand.RunAsync(given.GetValue(unit), given.GetValue(coordinator), given.GetValue(Data)));
        return command;
    }

    static Command Check()
    {
        var command = new Command("check", "dialogs, wording, configuration");
        command.SetAction(_ => CheckCommand.Run(Console.Out, Console.Error));
        return command;
    }

    static Command Migrate()
    {
        var command = new Command("migrate", "brings the database's schema up to date") { Data };
        command.SetAction((given, _) => MigrateCommand.RunAsync(given.GetValue(Data)));
        return command;
    }

    static Command Backup()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "a zip file that does not exist yet" };
        var command = new Command("backup", "a consistent copy of database and evidence, also while running") { file, Data };
        command.SetAction((given, cancellationToken) => BackupCommand.RunAsync(given.GetRequiredValue(file), given.GetValue(Data), cancellationToken));
        return command;
    }

    static Command Teams()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "a zip file to be written" };
        var command = new Command("teams", "the app package for Teams") { file };
        command.SetAction(given => TeamsCommand.Run(given.GetRequiredValue(file), Console.Error));
        return command;
    }
}
