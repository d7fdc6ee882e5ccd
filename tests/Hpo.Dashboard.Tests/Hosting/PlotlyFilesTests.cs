using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Plotly.Blazor;

namespace Hpo.Dashboard.Tests.Hosting;

/// <summary>Charts are drawn by the one plotly.js that Plotly.Blazor brings, whoever loads it first: our script or its component.</summary>
public sealed partial class PlotlyFilesTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    [Fact]
    public async Task The_script_loads_the_files_that_the_component_loads_by_the_same_names()
    {
        using var client = factory.CreateClient();
        var script = await client.GetStringAsync("/js/charts/load-plotly.js");
        var folder = Folder().Match(script).Groups[1].Value;
        var files = File().Matches(script).Select(file => $"{folder}/{file.Groups[1].Value}").ToList();
        // texts in an assembly are UTF-16, at even or odd places
        var assembly = await System.IO.File.ReadAllBytesAsync(typeof(PlotlyChart).Assembly.Location);
        string[] texts = [Encoding.Unicode.GetString(assembly), Encoding.Unicode.GetString(assembly.AsSpan(1))];

        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.Contains(texts, text => text.Contains(file, StringComparison.Ordinal)));
        foreach (var file in files)
        {
            using var response = await client.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [GeneratedRegex(@"folder = '([^']+)'")]
    private static partial Regex Folder();

    [GeneratedRegex(@"\$\{folder\}/([\w.-]+)")]
    private static partial Regex File();
}
