using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Space;

public class ConfigurationTests
{
    private static readonly Configuration Chapter = new(("learning_rate", 0.1), ("batch_size", 128));

    [Fact]
    public void It_keeps_the_order_of_its_entries()
    {
        Assert.Equal(["learning_rate", "batch_size"], Chapter.Keys);
        Assert.Equal([0.1, 128], Chapter.Values);
        Assert.Equal(2, Chapter.Count);
        Assert.Equal("learning_rate=0.1, batch_size=128", Chapter.ToString());
    }

    [Fact]
    public void It_equals_another_with_the_same_entries_in_the_same_order()
    {
        Configuration same = new(("learning_rate", 0.1), ("batch_size", 128));
        Assert.Equal(Chapter, same);
        Assert.True(Chapter.Equals((object)same));
        Assert.Equal(Chapter.GetHashCode(), same.GetHashCode());
        Assert.False(Chapter.Equals(new Configuration(("batch_size", 128), ("learning_rate", 0.1))));
        Assert.False(Chapter.Equals(new Configuration(("learning_rate", 0.1), ("batch_size", 128.0))));
        Assert.False(Chapter.Equals(new Configuration(("learning_rate", 0.1))));
        Assert.False(Chapter.Equals(null));
    }

    [Fact]
    public void Configurations_that_differ_in_values_have_different_hashes()
    {
        // otherwise a set of them would be searched from one end to the other
        var hashes = Enumerable.Range(0, 1000).Select(i => Chapter.With("learning_rate", i / 1000.0).GetHashCode());
        Assert.InRange(hashes.Distinct().Count(), 999, 1000);
    }

    [Fact]
    public void Values_are_found_by_name()
    {
        Assert.Equal(128, Chapter["batch_size"]);
        Assert.True(Chapter.ContainsKey("batch_size"));
        Assert.False(Chapter.TryGetValue("momentum", out _));
        Assert.Equal("The configuration has no hyperparameter momentum.", Assert.Throws<KeyNotFoundException>(() => Chapter["momentum"]).Message);
    }

    [Fact]
    public void Replacing_a_value_gives_a_new_configuration_in_the_same_order()
    {
        Assert.Equal(new Configuration(("learning_rate", 0.2), ("batch_size", 128)), Chapter.With("learning_rate", 0.2));
        Assert.Equal(0.1, Chapter["learning_rate"]);
        Assert.Throws<KeyNotFoundException>(() => Chapter.With("momentum", 0.9));
    }

    [Fact]
    public void A_name_is_used_once()
    {
        Assert.Throws<ArgumentException>(() => new Configuration(("x", 1), ("y", 2), ("x", 3)));
    }

    [Fact]
    public void It_may_be_empty()
    {
        Assert.Empty(new Configuration(Array.Empty<(string, ParameterValue)>()));
    }
}
