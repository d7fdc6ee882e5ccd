using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Tests.Access;

public sealed class VisitorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(VisitorRole.Presenter, "", "", true)]
    [InlineData(VisitorRole.Presenter, "", "a", true)]
    [InlineData(VisitorRole.Student, "a", "a", true)]
    [InlineData(VisitorRole.Student, "a", "b", false)]
    [InlineData(VisitorRole.Student, "a", "", false)]
    [InlineData(VisitorRole.Student, "", "", false)]
    [InlineData(VisitorRole.Viewer, "a", "a", false)]
    [InlineData(VisitorRole.Viewer, "", "", false)]
    public void A_study_is_changed_by_its_owner_and_the_presenter(VisitorRole role, string id, string owner, bool may) =>
        Assert.Equal(may, new Visitor(id, role).MayChange(owner));

    [Theory]
    [InlineData(VisitorRole.Presenter)]
    [InlineData(VisitorRole.Student)]
    [InlineData(VisitorRole.Viewer)]
    public void A_cookie_says_who_somebody_is(VisitorRole role)
    {
        var visitor = VisitorClaims.VisitorOf(VisitorClaims.Of("session", role, "stamp", "cookie"));

        Assert.Equal(role == VisitorRole.Presenter ? Visitor.Presenter : new Visitor("session", role), visitor);
    }

    [Fact]
    public void Who_has_left_is_nobody_also_on_pages_that_are_still_open()
    {
        var signedOut = new SignedOut(_folder.Path, TimeProvider.System);
        var current = new CurrentVisitor(Visitor.Nobody, canLeave: true, signedOut);
        current.Enter(VisitorClaims.Of("session", VisitorRole.Presenter, "", "cookie"));
        Assert.True(current.Visitor.IsPresenter);

        signedOut.Add("session");

        Assert.Equal(Visitor.Nobody, current.Visitor);
    }

    [Fact]
    public void A_session_that_was_left_is_forgotten_only_after_its_cookie_would_have_ended()
    {
        var time = new Later();
        new SignedOut(_folder.Path, time).Add("first");
        time.Now += VisitorCookie.Lifetime - TimeSpan.FromMinutes(1);
        new SignedOut(_folder.Path, time).Add("second");
        Assert.True(new SignedOut(_folder.Path, time).Contains("first"));

        time.Now += TimeSpan.FromMinutes(2);
        new SignedOut(_folder.Path, time).Add("third");

        var (kept, all) = (new SignedOut(_folder.Path, time), new[] { "first", "second", "third" });
        Assert.Equal(["second", "third"], all.Where(kept.Contains));
    }

    private sealed class Later : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
