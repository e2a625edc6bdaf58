using ProgressBot.Core.Dialogs.Digests;

namespace ProgressBot.Core.Dialogs.Coordination;

/// <summary>The names that the dialogs about rounds, plans and units in mid-year use.</summary>
static class Steering
{
    public static void Register(DialogNames names)
    {
        names.Actions["settings"] = Scheduling.Set;
        names.Actions["preview_digest"] = DigestPreview.Show;
        names.Actions["skip_digest"] = DigestSkipping.Skip;
        names.Actions["send_digest"] = DigestSkipping.Restore;
        names.Actions["grant_extension"] = Extensions.Grant;
        names.Actions["refuse_extension"] = Extensions.Refuse;
        names.Actions["show_delivery"] = DeliveryView.Show;
        names.Actions["show_why"] = WhyView.Show;
        names.Actions["show_nudges"] = DeliveryView.Log;
        names.Actions["in_charge"] = Charging.Give;
        names.Actions["pause"] = RoundControl.Pause;
        names.Actions["resume"] = RoundControl.Resume;
        names.Readers["cancel_round"] = RoundControl.Listen;
        names.Views["cancel_round"] = RoundControl.AskCancel;
        names.Actions["cancel_round"] = RoundControl.Cancel;
        names.Actions["choose_plan"] = PlanClosing.Choose;
        names.Views["close_plan"] = PlanClosing.Ask;
        names.Actions["close_plan"] = PlanClosing.Close;
        names.Answers["close_plan"] = ["reason"];
        names.Actions["choose_leaving"] = UnitChanges.ChooseLeaving;
        names.Views["unit_leaves"] = UnitChanges.AskLeaving;
        names.Actions["unit_leaves"] = UnitChanges.Leave;
        names.Answers["unit_leaves"] = ["reason"];
        names.Actions["choose_joining"] = UnitChanges.ChooseJoining;
        names.Views["unit_joins"] = UnitChanges.AskJoining;
        names.Actions["join_now"] = UnitChanges.JoinNow;
        names.Actions["join_next"] = UnitChanges.JoinNext;
    }
}
