using ProgressBot;
using ProgressBot.Commands;

var given = CommandTree.Create().Parse(args);
int exitCode;
try
{
    exitCode = await given.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (UnknownDatabaseException unknown)
{
    Console.Error.WriteLine(CommandWording.Text("database_unknown", ("file", unknown.File)));
    return 1;
}
catch (Exception fault)
{
    Console.Error.WriteLine(fault);
    return 1;
}

// wrong usage is 2 everywhere; 1 means that the input itself has errors
return given.Errors.Count > 0 ? 2 : exitCode;
