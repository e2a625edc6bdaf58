using ProgressBot.Core.Reporting;

namespace ProgressBot.Turns.Handlers;

/// <summary>Writes what a change of a report makes new: its row, versions that were added, and verdicts that are others now.</summary>
static class ReportWriting
{
    public static void Change(TurnScope scope, Report report, Action change)
    {
        var verdicts = Verdicts(report);
        change();
        Write(scope, report, verdicts);
    }

    /// <returns>What the change returned; when false, nothing is written.</returns>
    public static bool Change(TurnScope scope, Report report, Func<bool> change)
    {
        var verdicts = Verdicts(report);
        if (!change()) return false;
        Write(scope, report, verdicts);
        return true;
    }

    static List<Verdict> Verdicts(Report report) => report.Versions.ConvertAll(version => version.Verdict);

    static void Write(TurnScope scope, Report report, List<Verdict> verdicts)
    {
        scope.Rows.Update(scope.Db, report);
        for (var index = 0; index < report.Versions.Count; index++)
            if (index >= verdicts.Count) Add(scope, report, report.Versions[index]);
            else if (report.Versions[index].Verdict != verdicts[index]) scope.Rows.Update(scope.Db, report.Versions[index]);
    }

    static void Add(TurnScope scope, Report report, ReportVersion version)
    {
        version.ReportId = report.Id;
        scope.Rows.Insert(scope.Db, version);
        foreach (var figure in version.Figures)
        {
            figure.ReportVersionId = version.Id;
            scope.Rows.Insert(scope.Db, figure);
        }
    }
}
