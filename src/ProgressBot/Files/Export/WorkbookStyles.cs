using DocumentFormat.OpenXml.Spreadsheet;

namespace ProgressBot.Files.Export;

/// <summary>The few cell formats of an exported workbook.</summary>
internal static class WorkbookStyles
{
    public const uint Body = 1;
    public const uint Title = 2;
    public const uint Header = 3;
    public const uint Number = 4;
    public const uint Share = 5;
    public const uint Day = 6;

    /// <summary>For numbers without decimals; the format for those with decimals would show them with a bare point (6.).</summary>
    public const uint Whole = 7;

    const uint NumberFormatId = 164;
    const uint ShareFormatId = 165;
    const uint DayFormatId = 166;
    const uint WholeFormatId = 167;

    public static Stylesheet Create() => new(
        new NumberingFormats(Format(NumberFormatId, "#,##0.####"), Format(ShareFormatId, "0.0%"), Format(DayFormatId, "yyyy\\-mm\\-dd"), Format(WholeFormatId, "#,##0")),
        new Fonts(Font(11, bold: false), Font(16, bold: true), Font(11, bold: true)),
        new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Grey()),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Cell(0, 0, 1, 0, HorizontalAlignmentValues.Left),
            Cell(0, 1, 0, 0, HorizontalAlignmentValues.Center),
            Cell(0, 2, 1, 2, HorizontalAlignmentValues.Center),
            Cell(NumberFormatId, 0, 1, 0, HorizontalAlignmentValues.Right),
            Cell(ShareFormatId, 0, 1, 0, HorizontalAlignmentValues.Right),
            Cell(DayFormatId, 0, 1, 0, HorizontalAlignmentValues.Center),
            Cell(WholeFormatId, 0, 1, 0, HorizontalAlignmentValues.Right)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    static NumberingFormat Format(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    static Font Font(double size, bool bold)
    {
        var font = new Font(new FontSize { Val = size }, new FontName { Val = "宋体" });
        if (bold)
            font.PrependChild(new Bold());
        return font;
    }

    static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    static Fill Grey() => new(new PatternFill(new ForegroundColor { Rgb = "FFEDEDED" }) { PatternType = PatternValues.Solid });

    static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    static CellFormat Cell(uint number, uint font, uint border, uint fill, HorizontalAlignmentValues horizontal) =>
        new(new Alignment { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            NumberFormatId = number, FontId = font, BorderId = border, FillId = fill,
            ApplyNumberFormat = true, ApplyFont = true, ApplyBorder = true, ApplyFill = true, ApplyAlignment = true,
        };
}
