namespace ProgressBot.Core.Figures.Reading;

/// <summary>Words with numerals that are no figures, from <c>Words/traps.yaml</c> and <c>Words/units.yaml</c>.</summary>
internal static class Traps
{
    // a name in quotes is short: “三个一批”, “百企联百村”行动
    private const int LongestName = 12;
    private const int LongestTitle = 60;

    private static readonly WordTree<bool> Names = Load("traps", kept: "Keep");
    private static readonly IReadOnlyDictionary<string, string[]> Units = WordFile.Read("units");
    private static readonly string[] ArabicOnly = Units["ArabicOnly"];
    private static readonly string[] LineUnits = Units["LineUnits"];
    private static readonly string[] AddressUnits = Units["AddressUnits"];
    private static readonly HashSet<char> AddressHeads = [.. Units["AddressHeads"].Select(head => head[0])];
    private static readonly WordTree<bool> Pers = Tree(Units["Per"]);
    private static readonly WordTree<bool> BareSizes = Tree(Units["BareSizes"]);
    private static readonly WordTree<Stop> NoUnits = LoadStops();

    /// <summary>Length of the name or idiom at a place; 0 when there is none.</summary>
    /// <param name="keep">True when the word is one that is read as usual.</param>
    public static int NameAt(Glyphs text, int at, out bool keep)
    {
        var length = Names.LongestAt(text.Letters, at, out var trap);
        keep = length > 0 && !trap;
        return length > 0 ? length : Title(text, at);
    }

    /// <summary>Why what follows a number is no unit.</summary>
    public enum Stop
    {
        /// <summary>It may be one.</summary>
        None,

        /// <summary>An ordinary word that begins like a unit: 人才, 家庭.</summary>
        Word,

        /// <summary>A period or the size of a class: the number is no figure at all.</summary>
        Name,
    }

    /// <summary>Length of a word at a place that only begins like a unit; 0 when there is none.</summary>
    /// <param name="bare">True when the number had no digit: more words are sizes then (超亿元项目).</param>
    public static int WordAt(ReadOnlySpan<char> text, int at, bool bare, out Stop stop)
    {
        var length = NoUnits.LongestAt(text, at, out stop);
        if (bare && BareSizes.LongestAt(text, at) is > 0 and var size)
            (length, stop) = (size, Stop.Name);
        return length;
    }

    /// <summary>Length of what a rate is per, behind the slash: 亩 of 元/亩; 0 when there is none.</summary>
    public static int PerAt(ReadOnlySpan<char> text, int at) => Pers.LongestAt(text, at);

    /// <summary>True for the name of a line: 3路延长4公里, 60路等.</summary>
    public static bool IsLine(Glyphs text, int at, int end, string unit) => LineUnits.Contains(unit) && (char.IsLetter(text[end]) || !char.IsLetter(text[at - 1]));

    /// <summary>True for a part of an address: 东山村3组, 2号5幢.</summary>
    public static bool IsAddress(Glyphs text, int at, string unit) => AddressUnits.Contains(unit) && Numeral.IsArabic(text[at]) && AddressHeads.Contains(text[at - 1]);

    /// <summary>True for a unit that only ASCII digits count: 十分 and 十九届 are names.</summary>
    public static bool IsArabicOnly(string unit) => ArabicOnly.Contains(unit);

    /// <summary>一村一品, 一事一议: two 一 with one character each.</summary>
    public static bool IsPaired(Glyphs text, int at) => text[at] == '一' && text[at + 2] == '一' && IsWord(text[at + 1]) && IsWord(text[at + 3])
        && text[at + 1] != text[at + 3];

    // 《…》, and “…” that begins with a numeral and says more than the number
    private static int Title(Glyphs text, int at) => text[at] switch
    {
        '《' => Closing(text, at, '》', LongestTitle),
        '“' when IsNamed(text, at + 1) => Closing(text, at, '”', LongestName),
        '"' when IsNamed(text, at + 1) => Closing(text, at, '"', LongestName),
        '「' when IsNamed(text, at + 1) => Closing(text, at, '」', LongestName),
        _ => 0,
    };

    // “四个一” is a name, “660万元” a quotation; “26条” is what people call a policy of 26 articles
    private static bool IsNamed(Glyphs text, int at)
    {
        if (!Numeral.Begins(text[at]) || NumeralGrammar.Read(text, at) is not { } number)
            return false;
        var unit = MeasureWords.Default.Tree.LongestAt(text.Letters, number.End, out var measure);
        return text[number.End + unit] is not ('”' or '"' or '」') || measure?.Name == "条";
    }

    private static int Closing(Glyphs text, int at, char closing, int most)
    {
        for (var next = at + 1; next <= at + most; next++)
            if (text[next] == closing)
                return next + 1 - at;
        return 0;
    }

    private static bool IsWord(char letter) => char.IsLetter(letter) && !Numeral.Begins(letter);

    private static WordTree<bool> Load(string file, string kept)
    {
        var tree = new WordTree<bool>();
        var classes = WordFile.Read(file);
        foreach (var (name, words) in classes.Where(entry => entry.Key is not ("SloganNumbers" or "SloganWords")))
            tree.AddAll(words, name != kept);
        tree.AddAll(from number in classes["SloganNumbers"] from word in classes["SloganWords"] select number + word, true);
        return tree;
    }

    private static WordTree<Stop> LoadStops()
    {
        var tree = new WordTree<Stop>();
        tree.AddAll(Units["Words"], Stop.Word);
        tree.AddAll(Units["Periods"], Stop.Name);
        tree.AddAll(Units["Sizes"], Stop.Name);
        tree.AddAll(SizeNames(), Stop.Name);
        return tree;
    }

    private static IEnumerable<string> SizeNames() =>
        from unit in Units["SizeUnits"]
        from bound in Units["SizeBounds"]
        from kind in Units["SizeKinds"]
        from thing in Units["SizeThings"]
        select unit + bound + (kind == "-" ? "" : kind) + thing;

    private static WordTree<bool> Tree(IEnumerable<string> words)
    {
        var tree = new WordTree<bool>();
        tree.AddAll(words, true);
        return tree;
    }
}
