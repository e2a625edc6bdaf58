using ProgressBot.Commands;

var given = CommandTree.Create().Parse(args);
var exitCode = await given.InvokeAsync();

// wrong usage is 2 everywhere; 1 means that the input itself has errors
return given.Errors.Count > 0 ? 2 : exitCode;
