using ProgressBot.Core.Dialogs;

namespace ProgressBot.Turns.Handlers;

static class LocaleChosenHandler
{
    public static Task WriteAsync(TurnScope scope, LocaleChosen chosen)
    {
        scope.Person!.Locale = chosen.Locale;
        return Task.CompletedTask;
    }
}
