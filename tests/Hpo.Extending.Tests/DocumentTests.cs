using System.Text.RegularExpressions;

namespace Hpo.Extending.Tests;

/// <summary><c>docs/extending.md</c> quotes code that is compiled and tested.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Root = Find();

    public static TheoryData<string, string> Quotations
    {
        get
        {
            var quotations = new TheoryData<string, string>();
            foreach (Match quotation in Quotation().Matches(Text))
                quotations.Add(quotation.Groups["file"].Value, quotation.Groups["code"].Value);
            return quotations;
        }
    }

    private static string Text => File.ReadAllText(Path.Combine(Root, "docs", "extending.md"));

    [Theory, MemberData(nameof(Quotations))]
    public void What_is_quoted_stands_in_the_file(string file, string code) =>
        Assert.Equal(File.ReadAllText(Path.Combine(Root, file)).TrimEnd(), code.TrimEnd());

    [Fact]
    public void All_code_is_quoted_from_a_file() => Assert.Equal(Text.Split("```csharp").Length - 1, Quotations.Count);

    [Fact]
    public void Every_file_of_the_example_is_quoted() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Root, "examples", "Extending"), "*.cs").Select(Path.GetFileName).Order(StringComparer.Ordinal),
        Quotation().Matches(Text).Select(quotation => quotation.Groups["file"].Value).Where(file => file.StartsWith("examples", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hpo.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run in the repository.");
    }

    [GeneratedRegex(@"<!-- (?<file>\S+\.cs) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Quotation();
}
