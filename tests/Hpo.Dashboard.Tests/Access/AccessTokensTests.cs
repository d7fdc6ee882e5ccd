using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Tests.Access;

public sealed class AccessTokensTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private AccessTokens Tokens(string token) => AccessTokens.Of(_folder.Path, PresenterToken.Read(token).Token);

    [Fact]
    public void A_restart_changes_no_link_and_no_cookie()
    {
        var (first, second) = (Tokens("auto"), Tokens("auto"));

        Assert.Equal(first.PresenterToken, second.PresenterToken);
        Assert.Equal(first.ViewerToken, second.ViewerToken);
        Assert.True(second.HasStamp(first.Stamp));
    }

    [Theory]
    [InlineData("new")]
    [InlineData("another-token-of-mine")]
    public void Another_token_makes_all_links_and_cookies_worthless(string token)
    {
        var (before, after) = (Tokens("auto"), Tokens(token));

        Assert.Null(after.RoleOf(before.PresenterToken));
        Assert.Null(after.RoleOf(before.ViewerToken));
        Assert.False(after.HasStamp(before.Stamp));
    }

    [Fact]
    public void Each_token_lets_one_be_what_it_is_for()
    {
        var tokens = Tokens("auto");

        Assert.Equal(VisitorRole.Presenter, tokens.RoleOf(tokens.PresenterToken));
        Assert.Equal(VisitorRole.Viewer, tokens.RoleOf(tokens.ViewerToken));
        Assert.All([null, "", tokens.PresenterToken[1..], tokens.ViewerToken + " ", tokens.Stamp], wrong => Assert.Null(tokens.RoleOf(wrong)));
        Assert.NotEqual(tokens.PresenterToken, tokens.ViewerToken);
        Assert.True(tokens.PresenterToken.Length >= 28 && tokens.ViewerToken.Length >= 20);
    }

    [Fact]
    public void A_viewer_with_the_same_token_elsewhere_has_another_link() =>
        Assert.NotEqual(Tokens("a-token-of-my-own").ViewerToken, AccessTokens.Of(Directory.CreateDirectory(Path.Combine(_folder.Path, "other")).FullName, PresenterToken.Read("a-token-of-my-own").Token).ViewerToken);

    [Fact]
    public void The_key_is_for_its_owners_eyes_only()
    {
        Tokens("auto");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, AccessTokens.KeyFile)));
    }

    [Fact]
    public void Without_tokens_none_is_right_not_even_an_empty_one()
    {
        Assert.True(AccessTokens.None.IsOpen);
        Assert.Null(AccessTokens.None.RoleOf(""));
        Assert.False(AccessTokens.None.HasStamp(""));
    }

    [Theory]
    [InlineData("short", "it has 5 characters, and 16 to 200 are needed")]
    [InlineData("", "it has 0 characters, and 16 to 200 are needed")]
    [InlineData("with a space in the middle", "it contains a space or something else than ASCII letters, digits and signs")]
    [InlineData("größer-als-sechzehn", "it contains a space or something else than ASCII letters, digits and signs")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaa", "it is too easy to guess, with fewer than 6 different characters")]
    public void A_poor_token_is_refused_in_words(string text, string problem) => Assert.Equal(problem, PresenterToken.Read(text).Problem);

    [Fact]
    public void A_token_does_not_tell_itself_by_accident()
    {
        Assert.Equal("(secret)", PresenterToken.Read("a-token-of-my-own").Token!.ToString());
        Assert.Equal("(secret)", Tokens("auto").ToString());
    }
}
