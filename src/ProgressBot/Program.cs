return ProgressBot.Commands.PlanReadCommand.Run(new FileInfo(args[0]), args.Length > 1, Console.Out, Console.Error);
