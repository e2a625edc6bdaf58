using YamlDotNet.Serialization;

namespace ProgressBot.Core.Figures.Reading;

/// <summary>The word lists in <c>Figures/Words/*.yaml</c>: a class of words by name, its words parted by white space.</summary>
internal static class WordFile
{
    private static readonly char[] Blanks = [' ', '\n', '\r', '\t'];

    /// <summary>Classes of one embedded file, in the order of the file.</summary>
    public static IReadOnlyDictionary<string, string[]> Read(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream($"Figures.{name}.yaml")!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader)
            .ToDictionary(entry => entry.Key, entry => Split(entry.Value));
    }

    /// <summary>Every word with the value of the last class it stands in.</summary>
    public static Dictionary<string, T> Merge<T>(params ReadOnlySpan<(IEnumerable<string> Words, T Value)> classes)
    {
        var values = new Dictionary<string, T>();
        foreach (var (words, value) in classes)
            foreach (var word in words)
                values[word] = value;
        return values;
    }

    public static string[] Split(string words) => words.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
