using Hpo.Studies.Log;

namespace Hpo.Studies.Tests.Log;

public sealed class ProcessLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Those_that_live_see_each_other_live_until_they_end()
    {
        using var one = new ProcessLock(_folder.Path);
        string gone;
        using (var other = new ProcessLock(_folder.Path))
        {
            gone = other.Name;
            Assert.NotEqual(one.Name, other.Name);
            Assert.Equal((true, true), (one.IsAlive(other.Name), other.IsAlive(one.Name)));
            // looking takes nothing away
            Assert.True(one.IsAlive(other.Name));
        }

        Assert.Equal((true, false, false), (one.IsAlive(one.Name), one.IsAlive(gone), one.IsAlive("never")));
    }

    [Fact]
    public void What_the_dead_left_behind_is_cleared_away_and_nothing_else()
    {
        using var one = new ProcessLock(_folder.Path);
        File.WriteAllText(_folder.File("dead.lock"), "");
        Assert.False(one.IsAlive("dead"));
        using var other = new ProcessLock(_folder.Path);
        Assert.Equal(new[] { one.Name, other.Name }.Order(), Directory.EnumerateFiles(_folder.Path).Select(path => Path.GetFileNameWithoutExtension(path)).Order());
        Assert.True(other.IsAlive(one.Name));
    }

    [Fact]
    public async Task Many_that_start_at_once_all_have_names_of_their_own()
    {
        var locks = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => new ProcessLock(_folder.Path))));
        Assert.Equal(32, locks.Select(one => one.Name).Distinct().Count());
        Assert.All(locks, one => Assert.True(locks[0].IsAlive(one.Name)));
        foreach (var one in locks)
            one.Dispose();
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }
}
