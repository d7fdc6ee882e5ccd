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
    public void An_opacity_of_a_variable_is_mixed_in_by_the_page(double opacity, string mixed) => Assert.Equal(mixed, FigureStyle.Translucent("var(--x)", opacity));

    [Theory]
    [InlineData("#4340d2", "rgba(67, 64, 210, 0.08)")]
    [InlineData("#FFF", "rgba(255, 255, 255, 0.08)")]
    [InlineData("rgb(1, 20, 255)", "rgba(1, 20, 255, 0.08)")]
    [InlineData("rebeccapurple", "rgba(102, 51, 153, 0.08)")]
    public void A_known_colour_is_given_its_opacity(string colour, string translucent) => Assert.Equal(translucent, FigureStyle.Translucent(colour, 0.08));

    [Theory]
    [InlineData("#12345")]
    [InlineData("nothing")]
    [InlineData("")]
    public void What_is_no_colour_is_refused_in_words(string colour) =>
        Assert.Contains("#rrggbb", Assert.Throws<ArgumentException>(() => FigureStyle.Translucent(colour, 0.5)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void There_is_no_opacity_outside_of_0_to_1(double opacity) => Assert.Throws<ArgumentOutOfRangeException>(() => FigureStyle.Translucent("#000000", opacity));
}
