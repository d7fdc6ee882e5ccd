using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hpo.Training.Tests;

public sealed partial class ReadmeExampleTests
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    [Fact]
    public void The_readme_shows_the_program_that_is_compiled() => Assert.Equal(
        File.ReadAllText(Path.Combine(Root, "examples", "Chapter", "Program.cs")),
        CSharpBlock().Match(File.ReadAllText(Path.Combine(Root, "README.md"))).Groups["code"].Value);

    [Fact]
    public async Task The_readmes_program_runs_five_trials_and_prints_an_error_like_the_chapters()
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Chapter.dll")])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(0, program.ExitCode);
        var printed = Printed().Match(output);
        Assert.True(printed.Success, output);
        // the chapter's five trials reach errors from 0.105 to 0.151
        Assert.InRange(double.Parse(printed.Groups["error"].Value, CultureInfo.InvariantCulture), 0.08, 0.16);
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Hpo.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"^error (?<error>0\.\d+) with learning_rate=\S+, batch_size=\d+ after \d+\.\d s\s*$")]
    private static partial Regex Printed();
}
