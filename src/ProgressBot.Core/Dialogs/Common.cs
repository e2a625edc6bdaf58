using System.Globalization;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;

namespace ProgressBot.Core.Dialogs;

/// <summary>The names that everybody's dialogs use: getting in, help, language.</summary>
static class Common
{
    const string Code = "code";

    /// <summary>Characters of a reason or another answer in words.</summary>
    const int LongestText = 500;
    const int LongestName = 40;

    public static void Register(DialogNames names)
    {
        names.Readers["text"] = KeepText;
        names.Readers[Code] = ReadCode;
        names.Facts[Code] = turn => turn.Session.Values.GetValueOrDefault(Code);
        names.Readers["name"] = ReadName;
        names.Actions["enroll"] = Enroll;
        names.Answers["enroll"] = [Code, "name"];
        names.Actions["join"] = Join;
        names.Actions["switch_language"] = SwitchLanguage;
        names.Actions["time_zone"] = ChooseTimeZone;
        names.Actions["sign_in_link"] = SignInLink;
        names.Views["help"] = Help;
        names.Views["not_understood"] = NotUnderstood;
        names.Choices["help"] = HelpButtons;
    }

    static Reading KeepText(Turn turn, string? choice)
    {
        var text = turn.Input.Text.Trim();
        if (text.Length is < 1 or > LongestText) return Reading.NotUnderstood;
        turn.Session.Values[turn.Session.Step!] = choice ?? text;
        return Reading.Understood;
    }

    static Reading ReadName(Turn turn, string? choice) => turn.Input.Text.Trim().Length > LongestName ? Reading.NotUnderstood : KeepText(turn, choice);

    static Reading ReadCode(Turn turn, string? choice)
    {
        if (Usable(turn) is not { } invitation) return turn.Facts.Invitation is null ? Reading.NotUnderstood : Reading.Again;
        if (invitation.PersonId is { } known)
        {
            turn.Emit(new AddressBound(invitation.Id, known));
            turn.Say("enroll.known");
            return Reading.Stop;
        }
        turn.Session.Values[Code] = invitation.Id.ToString(CultureInfo.InvariantCulture);
        turn.Session.Values["unit"] = invitation.UnitId?.ToString(CultureInfo.InvariantCulture) ?? "";
        turn.Session.Values["roles"] = ((int)invitation.Roles).ToString(CultureInfo.InvariantCulture);
        if (invitation.InCharge) turn.Session.Values["charge"] = "yes";
        turn.Session.Values["place"] = PlaceOf(turn, invitation);
        return Reading.Understood;
    }

    static Invitation? Usable(Turn turn)
    {
        if (turn.Facts.Invitation is not { } invitation) return null;
        var state = invitation.StateAt(turn.Facts.Now);
        if (state == InvitationState.Open) return invitation;
        turn.Say($"enroll.{Phrasing.Name(state)}");
        return null;
    }

    static string PlaceOf(Turn turn, Invitation invitation) => invitation.UnitId is { } unit
        ? turn.Facts.Ledger.Unit(unit).Name
        : turn.Wording.Text(invitation.Roles.HasFlag(Roles.Coordinator) ? "role.coordinator" : "role.leader");

    static void Enroll(Turn turn)
    {
        var values = turn.Session.Values;
        var roles = (Roles)int.Parse(values["roles"], CultureInfo.InvariantCulture);
        int? unit = int.TryParse(values["unit"], out var id) ? id : null;
        turn.Emit(new PersonEnrolled(int.Parse(values[Code], CultureInfo.InvariantCulture), values["name"], roles, unit, turn.Wording.Locale, values.ContainsKey("charge")));
        turn.Say(new Outgoing(turn.Wording.Text("enroll.done", ("name", values["name"]), ("place", values["place"]))) { Buttons = [.. Buttons(turn, roles)] });
    }

    /// <summary>A person who is in already types a code: one more unit or role.</summary>
    static void Join(Turn turn)
    {
        if (Usable(turn) is not { } invitation) return;
        var person = turn.Facts.Person!;
        turn.Emit(new PersonEnrolled(invitation.Id, person.Name, invitation.Roles, invitation.UnitId, person.Locale, invitation.InCharge));
        turn.Say("enroll.joined", ("place", invitation.PersonId is null ? PlaceOf(turn, invitation) : person.Name));
    }

    static void SwitchLanguage(Turn turn)
    {
        var asked = InputText.Fold(turn.Input.Text);
        var chinese = asked.Contains('中') || (!asked.Contains("english", StringComparison.Ordinal) && turn.Wording.Locale != DialogBook.DefaultLocale);
        turn.Wording = turn.Book.Wording(chinese ? DialogBook.DefaultLocale : "en");
        turn.Emit(new LocaleChosen(turn.Wording.Locale));
        turn.Say("language.done");
    }

    /// <summary>时区 Europe/Berlin, 时区 柏林: where the person lives; reminders come in the morning there.</summary>
    static void ChooseTimeZone(Turn turn)
    {
        const string list = "zone_names.";
        var named = turn.Book.Wordings.Values.SelectMany(wording => wording.WordKeys.Where(key => key.StartsWith(list, StringComparison.Ordinal) && wording.Words(key).Contains(turn.Argument))).FirstOrDefault();
        var zone = ZoneTime.Typed(named is null ? turn.Argument : named[list.Length..]);
        if (turn.Argument.Length == 0) turn.Say("time_zone.how", ("zone", turn.Facts.Person!.TimeZone ?? turn.Facts.Zone.Id));
        else if (zone is null) turn.Say("time_zone.unknown", ("name", turn.Argument));
        else
        {
            turn.Emit(new TimeZoneChosen(zone.Id));
            turn.Say("time_zone.done", ("zone", zone.Id), ("time", zone.WallClock(turn.Facts.Now).ToString("H:mm", CultureInfo.InvariantCulture)));
        }
    }

    static void SignInLink(Turn turn)
    {
        turn.Emit(new InvitationMade(InvitationCode.Hash(turn.Facts.FreshCode.Value)!, Roles.None, null, turn.Facts.Person!.Id));
        turn.Say("sign_in.link", ("code", turn.Facts.FreshCode.Value), ("link", $"{turn.Facts.PublicUrl}/k/{turn.Facts.FreshCode.Value}"));
    }

    static Outgoing Help(Turn turn)
    {
        var roles = turn.Facts.Person!.Roles;
        var parts = Enum.GetValues<Roles>().Where(role => role != Roles.None && roles.HasFlag(role)).Select(role => turn.Wording.Text($"help.{Phrasing.Name(role)}"));
        return new Outgoing(string.Join('\n', [.. parts, turn.Wording.Text("help.everybody")]));
    }

    // whoever owes a report is told how to write one
    static Outgoing NotUnderstood(Turn turn) => turn.Facts.Tasks.Any(task => task.Report.IsOpen)
        ? new Outgoing(turn.Wording.Text("report.answer.bad")) { Buttons = [.. Tap.On(turn.Facts.Tasks, [turn.Button("buttons.no_change")]), turn.Button("buttons.tasks"), turn.Button("buttons.help")] }
        : new Outgoing(turn.Wording.Text("common.not_understood")) { Buttons = [.. HelpButtons(turn)] };

    static IEnumerable<Button> HelpButtons(Turn turn) => Buttons(turn, turn.Facts.Person!.Roles);

    static IEnumerable<Button> Buttons(Turn turn, Roles roles)
    {
        if (roles.HasFlag(Roles.Reporter)) yield return turn.Button("buttons.tasks");
        if ((roles & (Roles.Coordinator | Roles.Leader)) != 0) yield return turn.Button("buttons.status");
        if (roles.HasFlag(Roles.Coordinator)) yield return turn.Button("buttons.reviews");
        yield return turn.Button("buttons.help");
    }
}
