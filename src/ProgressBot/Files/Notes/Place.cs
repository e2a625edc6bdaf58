namespace ProgressBot.Files.Notes;

/// <summary>Where in a file something stands, as people find it.</summary>
static class Place
{
    /// <param name="line">1-based paragraph of a text document.</param>
    public static string Paragraph(int line) => FileTexts.Text("place.paragraph", ("line", line));

    /// <param name="table">1-based table of a document.</param>
    /// <param name="row">1-based row.</param>
    /// <param name="column">1-based column; null for the whole row.</param>
    public static string Row(int table, int row, int? column = null) => column is null
        ? FileTexts.Text("place.row", ("table", table), ("row", row))
        : FileTexts.Text("place.cell", ("table", table), ("row", row), ("column", column));

    /// <param name="number">1-based page.</param>
    public static string Page(int number) => FileTexts.Text("place.page", ("page", number));

    public static string SheetRow(string sheet, int row) => FileTexts.Text("place.sheet_row", ("sheet", sheet), ("row", row)).Trim();

    /// <summary>A sheet's cell as the sheet itself names it: 任务!C5.</summary>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="row">1-based row.</param>
    /// <param name="column">0-based column.</param>
    public static string Cell(string sheet, int row, int column) => $"{sheet}!{Column(column)}{row}";

    /// <summary>The letters of a 0-based column: A, Z, AA.</summary>
    public static string Column(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Column((column / 26) - 1) + (char)('A' + (column % 26));
}
