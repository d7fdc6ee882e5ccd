using System.Diagnostics;
using System.Text.Json;

namespace Hpo.Training.Torch.Tests.Loading;

/// <summary>What the build takes with each -p:Torch=…: evaluated, and nothing is fetched. (TorchSharp-cuda-linux is not in every registry.)</summary>
public sealed class BuildOptionTests
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    [Theory]
    [InlineData("", "TorchSharp libtorch-cpu-linux-x64")]
    [InlineData("cpu", "TorchSharp libtorch-cpu-linux-x64")]
    [InlineData("cuda", "TorchSharp TorchSharp-cuda-linux")]
    [InlineData("none", "TorchSharp")]
    public async Task Each_option_takes_its_packages_and_all_have_their_versions_at_the_centre(string torch, string packages)
    {
        var items = await EvaluateAsync(torch);
        var taken = Names(items.GetProperty("PackageReference")).Where(name => name.Contains("torch", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.Equal(packages.Split(' '), taken);
        Assert.Subset(Names(items.GetProperty("PackageVersion")).ToHashSet(), taken.ToHashSet());
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_refused_in_words()
    {
        var (code, output) = await MsBuildAsync("-t:CheckTorch", "-p:Torch=gpu");

        Assert.NotEqual(0, code);
        Assert.Contains("There is no -p:Torch=gpu: choose cpu, cuda or none.", output, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> EvaluateAsync(string torch)
    {
        string[] option = torch.Length == 0 ? [] : [$"-p:Torch={torch}"];
        var (code, output) = await MsBuildAsync(["-getItem:PackageReference,PackageVersion", .. option]);
        Assert.True(code == 0, output);
        return JsonDocument.Parse(output).RootElement.GetProperty("Items");
    }

    private static IEnumerable<string> Names(JsonElement items) => items.EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);

    private static async Task<(int Code, string Output)> MsBuildAsync(params string[] arguments)
    {
        var project = Path.Combine(Root, "src", "Hpo.Training.Torch", "Hpo.Training.Torch.csproj");
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-nologo", "-nodeReuse:false", .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Hpo.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
