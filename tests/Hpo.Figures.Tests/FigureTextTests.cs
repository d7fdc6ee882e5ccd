namespace Hpo.Figures.Tests;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("Random search", "Random search")]
    [InlineData("<b>%{y}</b> & more", "&lt;b&gt;%&#123;y}&lt;/b&gt; &amp; more")]
    public void What_a_person_typed_is_neither_a_tag_nor_a_template(string typed, string shown) => Assert.Equal(shown, FigureText.Escape(typed));
}
