using Hpo.Dashboard.Models.Studies;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class RowKeysTests
{
    [Fact]
    public void Trials_that_stay_in_sight_keep_their_rows()
    {
        var before = RowKeys.None.Showing([.. Enumerable.Range(0, 60)]);
        var after = before.Showing([.. Enumerable.Range(20, 60)]);

        Assert.All(Enumerable.Range(20, 40), trial => Assert.Equal(before.Of(trial), after.Of(trial)));
        Assert.Throws<KeyNotFoundException>(() => after.Of(19));
    }

    [Fact]
    public void After_a_jump_the_rows_are_filled_anew_where_they_are()
    {
        var before = RowKeys.None.Showing([.. Enumerable.Range(0, 60)]);
        var after = before.Showing([.. Enumerable.Range(5_000, 60)]);

        Assert.All(Enumerable.Range(0, 60), place => Assert.Equal(before.Of(place), after.Of(5_000 + place)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_two_rows_ever_have_the_same_key(int seed)
    {
        var random = new Random(seed);
        var rows = RowKeys.None;
        for (var i = 0; i < 200; i++)
        {
            var trials = Enumerable.Range(random.Next(100), random.Next(60)).ToArray();
            random.Shuffle(trials);
            rows = rows.Showing(trials);
            Assert.Equal(trials.Length, trials.Select(rows.Of).Distinct().Count());
        }
    }
}
