using Hpo.Dashboard.Components.Studies;
using Hpo.Training.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class DataSetDownloadTests : ComponentTest
{
    private DownloadProgress? _now;

    public DataSetDownloadTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public void Nothing_is_shown_while_nothing_is_downloaded() => Assert.Empty(Show(watches: true).Markup.Trim());

    [Fact]
    public void A_download_shows_its_file_and_how_far_it_has_come()
    {
        _now = new("train-images-idx3-ubyte.gz", 12_440_000, 26_421_880);
        var component = Show(watches: true);

        Assert.Contains("train-images-idx3-ubyte.gz, 12.4 of 26.4 MB", component.Find("p").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("indeterminate", component.Find("[role=progressbar]").ClassName, StringComparison.Ordinal);
        Assert.Contains("translateX(-53%)", component.Find(".mud-progress-linear-bar:not(.mud-progress-linear-background)").GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_that_is_not_known_is_not_made_up()
    {
        _now = new("labels.gz", 1_500_000, null);
        var component = Show(watches: true);

        Assert.Contains("labels.gz, 1.5 MB", component.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Contains("indeterminate", component.Find("[role=progressbar]").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void It_appears_goes_on_and_vanishes_by_itself()
    {
        var component = Show(watches: true);

        _now = new("images.gz", 1_000_000, 2_000_000);
        component.WaitForAssertion(() => Assert.Contains("1.0 of 2.0 MB", component.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        _now = new("images.gz", 2_000_000, 2_000_000);
        component.WaitForAssertion(() => Assert.Contains("2.0 of 2.0 MB", component.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        _now = null;
        component.WaitForAssertion(() => Assert.Empty(component.Markup.Trim()), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_study_that_has_ended_shows_no_download_of_another()
    {
        _now = new("images.gz", 1, 2);
        Assert.Empty(Show(watches: false).Markup.Trim());
    }

    private IRenderedComponent<DataSetDownload> Show(bool watches) => Render<DataSetDownload>(parameters => parameters
        .Add(component => component.Now, () => _now)
        .Add(component => component.Watches, watches));
}
