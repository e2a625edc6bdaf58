using ProgressBot.Core.Dialogs;
using ProgressBot.Core.Dialogs.Digests;
using ProgressBot.Core.Messaging;
using ProgressBot.Core.People;
using ProgressBot.Core.Plans;
using ProgressBot.Core.Reminding;
using ProgressBot.Core.Reporting;
using ProgressBot.Jobs;

namespace ProgressBot.Tests.World.Pure;

/// <summary>Each plan's digests, and the word to coordinators beforehand.</summary>
sealed class DigestSweep(Records records, DialogBook book, Action<Person, Outgoing> send)
{
    public void Run(DateTimeOffset now)
    {
        var (due, coming) = (new Dictionary<int, DigestFacts>(), new List<(Plan, DigestOccasion)>());
        foreach (var plan in records.Plans.Where(plan => plan.State == PlanState.Active))
        {
            if (!records.DigestMarks.TryGetValue(plan.Id, out var mark)) records.DigestMarks[plan.Id] = mark = new DigestMark { PlanId = plan.Id };
            var (schedule, calendar) = (plan.Schedule.Digests(DigestSchedule.Default), plan.Schedule.CalendarIn(Records.Calendar));
            if (mark.Take(schedule, calendar, now) is { } occasion && !mark.IsSkipped(occasion))
            {
                mark.SentAt = now;
                due[plan.Id] = records.News(plan, occasion);
            }
            if (mark.TakeNotice(schedule, calendar, now) is { } next) coming.Add((plan, next));
        }
        Send(now, due);
        if (coming.Count > 0) Tell(now, coming);
    }

    void Send(DateTimeOffset now, Dictionary<int, DigestFacts> due)
    {
        var facts = records.FactsAt(now, null);
        var reminded = records.SentReminders.Where(sent => sent.At >= now.AddDays(-7)).GroupBy(sent => sent.PersonId).ToDictionary(sent => sent.Key, sent => Records.Zone.Today(sent.Max(each => each.At)));
        foreach (var letter in DigestPost.Letters(book, facts, due, reminded)) send(letter.To, letter.Message);
        foreach (var (plan, news) in due)
            records.SentDigests.Add(new SentDigest
            {
                PlanId = plan, At = now, Kind = news.Occasion.Kind, Text = "",
                Red = [.. facts.Boards.Single(board => board.Plan.Id == plan).Items.Where(item => item.Light == Light.Red).Select(item => item.Item.Id)],
            });
    }

    void Tell(DateTimeOffset now, List<(Plan, DigestOccasion)> coming)
    {
        var facts = records.FactsAt(now, null);
        foreach (var coordinator in facts.Ledger.Having(Roles.Coordinator))
        {
            var wording = book.Wording(coordinator.Locale);
            send(coordinator, DigestSkipping.Notice(wording, new Phrasing(wording, facts), coming));
        }
    }
}
