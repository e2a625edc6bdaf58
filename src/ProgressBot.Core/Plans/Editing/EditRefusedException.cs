namespace ProgressBot.Core.Plans.Editing;

/// <summary>A change that cannot be made; nothing has changed. The message is one Chinese sentence for whoever wanted it and says what to do.</summary>
public sealed class EditRefusedException(string message) : Exception(message);
