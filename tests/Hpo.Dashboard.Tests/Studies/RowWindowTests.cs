using Hpo.Dashboard.Models.Studies;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class RowWindowTests
{
    [Fact]
    public void Rows_around_those_in_sight_are_rendered() =>
        Assert.Equal(new RowWindow(500 - RowWindow.Margin, 30 + (2 * RowWindow.Margin)), RowWindow.Around(500, 30).Within(10_000));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(59)]
    public void A_short_table_is_rendered_whole(int rows) => Assert.Equal(new RowWindow(0, rows), RowWindow.Top.Within(rows));

    [Fact]
    public void A_window_beyond_the_end_shows_the_last_rows()
    {
        var window = RowWindow.Around(9_999, 20).Within(100);

        Assert.Equal(100, window.Start + window.Count);
        Assert.Equal(RowWindow.Top.Count, window.Count);
    }

    [Theory]
    [InlineData(int.MinValue, int.MinValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(-5, 1_000_000)]
    public void Whatever_a_browser_says_the_window_stays_small_and_within_the_table(int first, int inSight)
    {
        var window = RowWindow.Around(first, inSight).Within(10_000);

        Assert.InRange(window.Start, 0, 10_000 - window.Count);
        Assert.InRange(window.Count, 1, 300);
    }
}
