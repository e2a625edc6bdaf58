namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>The names that the coordinator's and the leader's dialogs use.</summary>
static class Coordinating
{
    public static void Register(DialogNames names)
    {
        names.Actions["show_status"] = StatusView.Show;
        names.Actions["show_missing"] = MissingView.Show;
        names.Actions["show_lights"] = StatusView.ShowLights;
        names.Actions["show_reviews"] = ReviewList.Show;
        names.Actions["more_reviews"] = ReviewList.ShowMore;
        Revoking.Register(names);
        OnBehalf.Register(names);
        names.Actions["approve"] = Reviewing.Approve;
        names.Actions["begin_return"] = Reviewing.BeginReturn;
        names.Actions["return"] = Reviewing.Return;
        names.Answers["return"] = ["reason"];
        names.Facts["return_reason"] = turn => turn.Session.Values.GetValueOrDefault("reason");
        names.Actions["choose_units"] = Nudging.ChooseUnits;
        names.Facts["nudged_today"] = Nudging.NudgedToday;
        names.Actions["nudge"] = Nudging.Nudge;
        names.Readers["plan_file"] = Importing.Read;
        names.Readers["plan_offer"] = Importing.Answer;
        names.Facts["plan_offer"] = Importing.Offered;
        names.Views["plan_offer"] = Importing.View;
        names.Choices["plan_offer"] = Importing.Choices;
        names.Actions["import_plan"] = Importing.Import;
        names.Actions["invite"] = Inviting.Invite;

        names.Actions["begin_alias"] = Aliasing.Begin;
        names.Facts["alias_indicator"] = Aliasing.Given;
        names.Choices["alias_indicator"] = Aliasing.Choices;
        names.Readers["alias_indicator"] = Aliasing.Read;
        names.Actions["add_alias"] = Aliasing.Add;
        names.Actions["drop_alias"] = Aliasing.Drop;

        names.Actions["begin_counter"] = Counting.Begin;
        names.Facts["counter_plan"] = Counting.Given;
        names.Choices["counter_plan"] = Counting.Choices;
        names.Readers["counter_plan"] = Counting.Read;
        names.Actions["add_counter"] = Counting.Add;
        names.Actions["drop_counter"] = Counting.Drop;
    }
}
