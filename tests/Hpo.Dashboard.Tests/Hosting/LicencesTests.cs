using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hpo.Dashboard.Tests.Hosting;

/// <summary>The list of licences names everything that is shipped.</summary>
public sealed partial class LicencesTests
{
    private static readonly string Root = RootOf();

    private static readonly HashSet<string> Listed =
        [.. Row().Matches(File.ReadAllText(Path.Combine(Root, "docs", "licences.md"))).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(name => name.Value)];

    [Fact]
    public void Every_package_that_a_shipped_project_refers_to_is_listed()
    {
        var referred = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "eng"), "*.props"))
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Select(reference => (string?)reference.Attribute("Include"))
            .OfType<string>()
            .ToHashSet();

        Assert.Contains("MudBlazor", referred);
        Assert.Empty(referred.Except(Listed));
    }

    [Fact]
    public void So_is_what_comes_with_them_into_the_built_dashboard()
    {
        using var built = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Hpo.Dashboard.deps.json")));
        var libraries = built.RootElement.GetProperty("libraries");
        var shipped = built.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(library => libraries.GetProperty(library.Name).GetProperty("type").GetString() == "package")
            .Where(library => library.Value.TryGetProperty("runtime", out _) || library.Value.TryGetProperty("runtimeTargets", out _))
            .Select(library => library.Name.Split('/')[0])
            .ToHashSet();

        Assert.Contains("QRCoder", shipped);
        Assert.Empty(shipped.Except(Listed));
    }

    [Fact]
    public void So_is_what_the_pages_load()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src", "Hpo.Dashboard", "package.json")));

        Assert.Empty(package.RootElement.GetProperty("dependencies").EnumerateObject().Select(dependency => dependency.Name).Except(Listed));
    }

    private static string RootOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    /// <summary>The first cell of a table's line.</summary>
    [GeneratedRegex(@"^\| ([^|]+) \| [^|]+ \| [^|]+ \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"[@\w][\w./-]+")]
    private static partial Regex Name();
}
