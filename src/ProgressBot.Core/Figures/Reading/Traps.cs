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
    private static readonly WordTree<bool> Pers = new((Units["Per"], true));
    private static readonly WordTree<bool> BareSizes = new((Units["BareSizes"], true));
    private static readonly WordTree<Stop> NoUnits = new((Units["Words"], Stop.Word), (Units["Periods"], Stop.Name), (Units["Sizes"], Stop.Name));

    // 亿元以上, then 重大项目: a size in its parts, of which together there would be a hundred thousand
    private static readonly WordTree<bool>[] SizeParts = [new((Units["SizeUnits"], true)), new((Units["SizeBounds"], true)), new((SizedThings(), true))];

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
        if (InParts(SizeParts, text, at) is > 0 and var name && name >= length)
            (length, stop) = (name, Stop.Name);
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

    /// <summary>True for a unit that only ASCII digits count: 十分 and 十九届 are names. A score of more than ten is none: 九十五分.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="length">How many characters the number has.</param>
    public static bool IsArabicOnly(string unit, int length) => ArabicOnly.Contains(unit) && (unit != "分" || length < 2);

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
        if (!Numeral.Begins(text[at]) || NumeralGrammar.Read(text, at) is not { IsBroken: false } number)
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
        var classes = WordFile.Read(file);
        var slogans = from number in classes["SloganNumbers"] from word in classes["SloganWords"] select number + word;
        var others = classes.Where(entry => entry.Key is not ("SloganNumbers" or "SloganWords"));
        return new WordTree<bool>([.. others.Select(entry => ((IEnumerable<string>)entry.Value, entry.Key != kept)), (slogans, true)]);
    }

    private static IEnumerable<string> SizedThings() =>
        from kind in Units["SizeKinds"]
        from thing in Units["SizeThings"]
        select (kind == "-" ? "" : kind) + thing;

    // length of the longest word made of one word of each tree in turn; negative when there is none
    private static int InParts(ReadOnlySpan<WordTree<bool>> parts, ReadOnlySpan<char> text, int at)
    {
        if (parts.IsEmpty)
            return 0;
        var longest = -1;
        for (var end = text.Length; parts[0].LongestAt(text[..end], at) is > 0 and var length; end = at + length - 1)
            if (InParts(parts[1..], text, at + length) is >= 0 and var rest)
                longest = Math.Max(longest, length + rest);
        return longest;
    }
}
