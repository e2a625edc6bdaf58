namespace ProgressBot.Channels.BotFramework;

/// <summary>The app's two pictures, drawn: three bars that grow, as on the board. Lengths are shares of the picture's side.</summary>
internal static class TeamsIcons
{
    public const string Accent = "#2457D6";

    const int Samples = 4; // per pixel and direction, for smooth edges
    const double BarHeight = 0.12;

    static readonly Bar[] Bars = [new(0.30, 0.50), new(0.46, 0.64), new(0.62, 0.78)];

    /// <summary>192 by 192 pixels: white bars on the accent colour.</summary>
    public static byte[] Color() => Draw(192, 0x24, 0x57, 0xD6, background: true);

    /// <summary>32 by 32 pixels: white lines on nothing, as Teams wants it.</summary>
    public static byte[] Outline() => Draw(32, 0xFF, 0xFF, 0xFF, background: false);

    static byte[] Draw(int size, byte red, byte green, byte blue, bool background)
    {
        var pixels = new byte[size * size * 4];
        for (var i = 0; i < size * size; i++)
        {
            var white = Coverage(i % size, i / size, size);
            pixels[(i * 4) + 0] = Mix(red, white);
            pixels[(i * 4) + 1] = Mix(green, white);
            pixels[(i * 4) + 2] = Mix(blue, white);
            pixels[(i * 4) + 3] = background ? (byte)0xFF : Mix(0, white);
        }

        return PngImage.Encode(size, pixels);
    }

    static byte Mix(byte under, double white) => (byte)Math.Round(under + ((0xFF - under) * white));

    static double Coverage(int x, int y, int size)
    {
        var hits = 0;
        for (var i = 0; i < Samples * Samples; i++)
            if (IsInside((x + ((i % Samples) + 0.5) / Samples) / size, (y + ((i / Samples) + 0.5) / Samples) / size))
                hits++;
        return (double)hits / (Samples * Samples);
    }

    static bool IsInside(double x, double y) => Array.Exists(Bars, bar => bar.Contains(x, y));

    /// <summary>A horizontal bar with round ends.</summary>
    readonly record struct Bar(double Top, double Right)
    {
        const double Left = 0.22;

        public bool Contains(double x, double y)
        {
            const double radius = BarHeight / 2;
            var along = Math.Clamp(x, Left + radius, Right - radius) - x;
            var across = Top + radius - y;
            return (along * along) + (across * across) <= radius * radius;
        }
    }
}
