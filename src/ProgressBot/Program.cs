Console.WriteLine("ProgressBot");
