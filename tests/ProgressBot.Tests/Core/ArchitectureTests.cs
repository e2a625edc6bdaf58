namespace ProgressBot.Tests.Core;

public sealed class ArchitectureTests
{
    [Fact]
    public void Core_references_nothing_but_the_base_library_and_YamlDotNet()
    {
        var foreign = typeof(ProgressBot.Core.Messaging.Incoming).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "YamlDotNet");

        Assert.Empty(foreign);
    }
}
