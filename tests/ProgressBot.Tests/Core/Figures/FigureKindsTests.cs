using System.Globalization;
using ProgressBot.Core.Figures;
using ProgressBot.Core.Plans;

namespace ProgressBot.Tests.Core.Figures;

public sealed class FigureKindsTests
{
    public static TheoryData<string, string> Lines()
    {
        var lines = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "kinds.txt")))
            if (line.Length > 0 && line[0] is not ('#' or '['))
                lines.Add(line.Split(" => ")[0].Replace("\\n", "\n", StringComparison.Ordinal), line.Split(" => ")[1]);
        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_kind_of_figure_is_read_to_the_letter(string text, string figures) =>
        Assert.Equal(figures, string.Join(" | ", FigureReader.Read(text).Select(Write).DefaultIfEmpty("-")));

    private static string Write(FoundFigure figure) =>
        $"{figure.Phrase}={Sign(figure.Comparator)}{Plain(figure.Normalized)}{(figure.NormalizedMax is { } max ? ".." + Plain(max) : "")}{figure.BaseUnit}";

    private static string Plain(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);

    private static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.About => "~",
        Comparator.LessThan => "<",
        Comparator.AtMost => "<=",
        Comparator.MoreThan => ">",
        Comparator.AtLeast => ">=",
        _ => "",
    };
}
