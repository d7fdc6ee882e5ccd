using Hpo.Studies.Checkpoints;

namespace Hpo.Studies.Tests.Checkpoints;

public sealed class CheckpointFolderTests : IDisposable
{
    private const int Overhead = 32;

    private readonly TemporaryFolder _temporary = new();

    private string Folder => _temporary.File("checkpoints");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_checkpoint_comes_back_and_so_it_does_after_a_restart()
    {
        Assert.Null(new CheckpointFolder(Folder).Of("a").Save(3, 9, [1, 2, 3]));
        var store = new CheckpointFolder(Folder).Of("a");
        Assert.True(store.Load(3, 9) is not null);
        Assert.Equal([1, 2, 3], store.Load(3, 9));
        Assert.False(store.Load(3, 1) is not null);
        Assert.Null(store.Load(3, 1));
        Assert.Null(new CheckpointFolder(Folder).Of("b").Load(3, 9));
    }

    [Fact]
    public void A_later_checkpoint_takes_the_place_of_the_earlier_one()
    {
        var folder = new CheckpointFolder(Folder);
        var store = folder.Of("a");
        store.Save(0, 1, [1]);
        store.Save(0, 3, [1, 2]);
        Assert.False(store.Load(0, 1) is not null);
        Assert.Equal([1, 2], store.Load(0, 3));
        Assert.Equal(Overhead + 2, folder.Bytes);
        Assert.Equal(["0-3.checkpoint"], Files("a"));
    }

    [Fact]
    public void What_is_removed_is_gone_from_the_disk()
    {
        var folder = new CheckpointFolder(Folder);
        folder.Of("a").Save(0, 1, [1]);
        folder.Of("a").Save(1, 1, [1]);
        folder.Of("b").Save(0, 1, [1]);
        folder.Of("a").Remove(0);
        Assert.Equal(["1-1.checkpoint"], Files("a"));
        folder.Remove("a");
        Assert.False(Directory.Exists(Path.Combine(Folder, "a")));
        Assert.Equal(["b"], folder.Studies);
        Assert.Equal(Overhead + 1, folder.Bytes);
        folder.Remove("nobody");
    }

    [Fact]
    public void Without_room_those_go_that_are_the_quickest_to_compute_again()
    {
        var folder = new CheckpointFolder(Folder, 3 * (Overhead + 100));
        var store = folder.Of("a");
        Assert.Null(store.Save(0, 3, new byte[100]));
        Assert.Null(store.Save(1, 1, new byte[100]));
        Assert.Null(folder.Of("b").Save(7, 1, new byte[100]));
        Assert.Equal("to make room, the checkpoint of trial 1 was given up", store.Save(2, 3, new byte[100]));
        Assert.Equal("to make room, the checkpoint of trial 7 of study b was given up", store.Save(3, 9, new byte[100]));
        Assert.Equal([true, false, true, true], new[] { store.Load(0, 3) is not null, store.Load(1, 1) is not null, store.Load(2, 3) is not null, store.Load(3, 9) is not null });
        Assert.Equal("its checkpoint of 1032 bytes is not kept, because all checkpoints together may have 396", store.Save(4, 9, new byte[1000]));
        Assert.Equal(3 * (Overhead + 100), folder.Bytes);
    }

    [Fact]
    public void A_file_that_was_being_written_when_the_program_ended_is_cleared_away()
    {
        new CheckpointFolder(Folder).Of("a").Save(0, 1, [1]);
        File.WriteAllText(Path.Combine(Folder, "a", "0-3.checkpoint.tmp"), "half");
        var folder = new CheckpointFolder(Folder);
        Assert.Equal(["0-1.checkpoint"], Files("a"));
        Assert.Equal(Overhead + 1, folder.Bytes);
    }

    [Fact]
    public void The_budget_counts_what_other_processes_keep_and_takes_nothing_from_what_they_run()
    {
        var here = new CheckpointFolder(Folder, 3 * (Overhead + 100), id => id == "theirs");
        var there = new CheckpointFolder(Folder, 3 * (Overhead + 100), id => id == "mine");
        Assert.Null(there.Of("theirs").Save(0, 1, new byte[100]));
        Assert.Null(there.Of("theirs").Save(1, 1, new byte[100]));
        var mine = here.Of("mine");
        Assert.Null(mine.Save(0, 5, new byte[100]));
        Assert.Equal("to make room, the checkpoint of trial 0 was given up", mine.Save(1, 9, new byte[100]));
        Assert.Equal(["0-1.checkpoint", "1-1.checkpoint"], Files("theirs"));
        here.RemoveUnless(_ => false);
        Assert.Equal(["0-1.checkpoint", "1-1.checkpoint"], Files("theirs"));
        Assert.False(Directory.Exists(Path.Combine(Folder, "mine")));
    }

    [Fact]
    public void What_another_process_has_kept_of_a_study_is_there_for_the_next_that_runs_it()
    {
        var (here, there) = (new CheckpointFolder(Folder), new CheckpointFolder(Folder));
        here.Of("a").Save(0, 1, [1]);
        there.Of("a").Save(0, 3, [3]);
        var again = here.Of("a");
        Assert.Equal((false, true), (again.Load(0, 1) is not null, again.Load(0, 3) is not null));
        Assert.Equal([3], again.Load(0, 3));
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        var store = new CheckpointFolder(Folder).Of("a");
        store.Save(0, 1, [1, 2, 3]);
        var path = Path.Combine(Folder, "a", "0-1.checkpoint");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Throws<InvalidDataException>(() => store.Load(0, 1));
    }

    [Fact]
    public void Where_nothing_can_be_written_the_checkpoint_is_lost_in_words_and_nothing_throws()
    {
        // a file stands where the folder would be
        File.WriteAllText(Folder, "in the way");
        var store = new CheckpointFolder(Folder).Of("a");
        Assert.StartsWith("its checkpoint could not be kept (", store.Save(0, 1, [1]), StringComparison.Ordinal);
        Assert.False(store.Load(0, 1) is not null);
    }

    private IEnumerable<string> Files(string studyId) =>
        Directory.EnumerateFiles(Path.Combine(Folder, studyId)).Select(file => Path.GetFileName(file)).Order();
}
