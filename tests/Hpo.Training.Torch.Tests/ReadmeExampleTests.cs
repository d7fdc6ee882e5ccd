namespace Hpo.Training.Torch.Tests;

public sealed class ReadmeExampleTests
{
    [Fact]
    public void The_readme_shows_the_program_that_is_compiled()
    {
        var root = FindRoot(AppContext.BaseDirectory);
        var program = File.ReadAllText(Path.Combine(root, "examples", "AnyNetwork", "Program.cs"));

        Assert.Contains($"```csharp\n{program}```", File.ReadAllText(Path.Combine(root, "README.md")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "AnyNetwork.dll")));
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Hpo.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
