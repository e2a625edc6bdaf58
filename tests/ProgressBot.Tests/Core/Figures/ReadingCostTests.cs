using System.Runtime.InteropServices;
using ProgressBot.Core.Figures;

namespace ProgressBot.Tests.Core.Figures;

public sealed class ReadingCostTests
{
    private const int ThreadCpuTime = 3;

    [Theory]
    [InlineData("9")]
    [InlineData("一")]
    [InlineData("千百十")]
    [InlineData("1.")]
    [InlineData("1,200")]
    [InlineData("（")]
    [InlineData(" ")]
    [InlineData("a1.")]
    [InlineData("3至")]
    [InlineData("亿万")]
    [InlineData("“一")]
    [InlineData("分别1、")]
    [InlineData("其中1个")]
    [InlineData("1个（")]
    [InlineData("一x一")]
    [InlineData("1.\n")]
    [InlineData("单位：")]
    [InlineData("指标 累计\n1 2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("|")]
    [InlineData("１ ")]
    public void Time_grows_with_the_length_and_not_with_its_square(string pattern)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the processor time of one thread is read from the Linux clock");

        var (small, large) = (Fastest(pattern, 10_000), Fastest(pattern, 100_000));

        // ten times the text; a square would be a hundred times
        Assert.True(large < small * 40 + 2, $"{pattern}: {small:0.00} ms, then {large:0.00} ms");
    }

    // processor time, because the machine may be busy with other things
    private static double Fastest(string pattern, int length)
    {
        var line = string.Concat(Enumerable.Repeat(pattern, length / pattern.Length));
        return Enumerable.Range(0, 3).Min(_ =>
        {
            var start = Milliseconds();
            FigureReader.Read(line);
            return Milliseconds() - start;
        });
    }

    private static double Milliseconds()
    {
        Assert.Equal(0, ReadClock(ThreadCpuTime, out var time));
        return time.Seconds * 1000.0 + time.Nanoseconds / 1e6;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
