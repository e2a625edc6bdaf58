namespace ProgressBot.Commands.Replies;

/// <summary>One line of the input of <c>replies</c>. Its names are a contract.</summary>
/// <param name="Id">Comes back as it is.</param>
/// <param name="Prior">Totals before, in the base unit, by <c>ITEM/INDICATOR</c>.</param>
/// <param name="Period">A day inside the round; today when null.</param>
/// <param name="Lead">Takes the unit as the one that reports its items.</param>
internal sealed record ReplyLine(System.Text.Json.JsonElement? Id, string? Unit, string? Text, Dictionary<string, decimal>? Prior,
    DateOnly? Period, bool Lead = false);
