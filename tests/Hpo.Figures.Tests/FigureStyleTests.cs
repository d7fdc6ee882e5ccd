namespace Hpo.Figures.Tests;

public sealed class FigureStyleTests
{
    [Fact]
    public void More_methods_than_colours_begin_again_with_the_first()
    {
        Assert.Equal("#333333", Styles.Light.Method(2));
        Assert.Equal("#111111", Styles.Light.Method(3));
    }

    [Theory]
    [InlineData(0, "color-mix(in srgb, var(--x) 0%, transparent)")]
    [InlineData(0.08, "color-mix(in srgb, var(--x) 8%, transparent)")]
    [InlineData(0.555, "color-mix(in srgb, var(--x) 55.5%, transparent)")]
    public void An_opacity_is_mixed_in_whether_a_colour_is_named_or_known(double opacity, string mixed) => Assert.Equal(mixed, FigureStyle.Translucent("var(--x)", opacity));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void There_is_no_opacity_outside_of_0_to_1(double opacity) => Assert.Throws<ArgumentOutOfRangeException>(() => FigureStyle.Translucent("#000000", opacity));
}
