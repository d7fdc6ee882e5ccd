using Hpo.Studies.Log;
using Hpo.Studies.Sharing;
using Microsoft.Data.Sqlite;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Sharing;

public sealed class WatchCodesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StudyDatabase _database;
    private readonly WatchCodes _codes;

    public WatchCodesTests()
    {
        _database = new StudyDatabase(_folder.File("studies.db"));
        _database.Add(new StudyHeader("a", DateTimeOffset.UnixEpoch, Definition));
        _database.Add(new StudyHeader("b", DateTimeOffset.UnixEpoch, Definition));
        _codes = _database.WatchCodes;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_study_is_found_by_its_code_however_it_is_typed()
    {
        var code = _codes.Share("a");

        Assert.Equal(WatchCodes.Length, code.Length);
        Assert.Equal("a", _codes.Find(code));
        Assert.Equal("a", _codes.Find(code.ToUpperInvariant()));
        Assert.Equal("a", _codes.Find($" {code[..3]} - {code[3..]}\t"));
        Assert.Equal("a", _codes.Find(WatchCodes.Write(code)));
    }

    [Fact]
    public void A_study_keeps_its_code_and_another_opening_of_the_file_knows_it()
    {
        var code = _codes.Share("a");

        Assert.Equal(code, _codes.Share("a"));
        Assert.Equal(code, _codes.Of("a"));
        Assert.Equal("a", new StudyDatabase(_database.Path).WatchCodes.Find(code));
    }

    [Fact]
    public void A_study_that_is_not_shared_has_no_code()
    {
        _codes.Share("a");

        Assert.Null(_codes.Of("b"));
        Assert.Null(_codes.Of("nobody"));
        Assert.False(_codes.Withdraw("b"));
        Assert.Throws<KeyNotFoundException>(() => _codes.Share("nobody"));
    }

    [Fact]
    public void A_withdrawn_code_opens_nothing_and_sharing_again_gives_another()
    {
        var code = _codes.Share("a");

        Assert.True(_codes.Withdraw("a"));

        Assert.Null(_codes.Of("a"));
        Assert.Null(_codes.Find(code));
        Assert.NotEqual(code, _codes.Share("a"));
    }

    [Fact]
    public void A_code_that_is_taken_is_drawn_again()
    {
        var drawn = new Queue<string>(["aaaaaa", "aaaaaa", "aaaaaa", "bbbbbb"]);
        var codes = new WatchCodes(new DatabaseFile(_database.Path), WatchCodeStatements.Studies, drawn.Dequeue);

        Assert.Equal("aaaaaa", codes.Share("a"));
        Assert.Equal("bbbbbb", codes.Share("b"));
    }

    [Fact]
    public void A_deleted_study_is_not_watched()
    {
        var code = _codes.Share("a");
        using (var connection = new SqliteConnection($"Data Source={_database.Path}"))
        {
            connection.Open();
            DatabaseFile.Execute(connection, "UPDATE study SET deleted_at = '2026-01-01' WHERE id = 'a'");
        }

        Assert.Null(_codes.Find(code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcde")]
    [InlineData("abcdefg")]
    [InlineData("abcde0")]
    [InlineData("abcdel")]
    [InlineData("' OR 1=1")]
    [InlineData("../../a")]
    [InlineData("ａｂｃｄｅｆ")]
    public void What_cannot_be_a_code_is_not_looked_up(string? typed) => Assert.Null(WatchCodes.Read(typed));

    [Fact]
    public void A_long_text_is_not_even_read() => Assert.Null(WatchCodes.Read(new string(' ', 1_000_000) + "abcdef"));

    [Fact]
    public void Every_letter_of_a_code_is_told_apart_from_every_other()
    {
        var letters = Enumerable.Range(0, 200).SelectMany(_ =>
        {
            _codes.Withdraw("a");
            return _codes.Share("a");
        }).ToHashSet();

        Assert.Empty(letters.Intersect("01ilo"));
        Assert.True(letters.Count > 25);
    }
}
