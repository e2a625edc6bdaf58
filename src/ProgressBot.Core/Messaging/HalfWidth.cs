namespace ProgressBot.Core.Messaging;

/// <summary>Full-width letters, digits and marks (ＡＢ１２，) as their half-width twins, character by character, so that offsets stay.</summary>
public static class HalfWidth
{
    // by hand: string.Normalize leaves them alone while the runtime is globalization-invariant
    public static string Of(string text) => !text.AsSpan().ContainsAnyInRange('\uFF01', '\uFF5E') && !text.Contains('\u3000', StringComparison.Ordinal) ? text : string.Create(text.Length, text, static (narrow, wide) =>
    {
        for (var index = 0; index < wide.Length; index++)
            narrow[index] = wide[index] switch
            {
                '\u3000' => ' ',
                >= '\uFF01' and <= '\uFF5E' and var letter => (char)(letter - 0xFEE0),
                var letter => letter,
            };
    });
}
