namespace ProgressBot.Files;

/// <summary>A file that cannot be read as a plan. The message is one Chinese sentence for the person who sent it.</summary>
public sealed class UnreadableFileException(string message, Exception? cause = null) : Exception(message, cause);
