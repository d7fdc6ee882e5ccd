using System.Net;

namespace Hpo.Dashboard.Tests.Access;

public sealed class EntranceTests(GuardedFactory factory) : IClassFixture<GuardedFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/studies/new")]
    [InlineData("/studies/anything")]
    [InlineData("/comparisons")]
    [InlineData("/no/such/page")]
    public async Task Who_has_not_entered_is_led_to_the_entrance_and_remembered_where_to(string path)
    {
        using var guest = factory.NewGuest();
        using var answer = await guest.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"/enter?from={Uri.EscapeDataString(path)}", answer.Headers.Location!.PathAndQuery);
    }

    [Theory]
    [InlineData("GET", "/comparisons/x/export.csv")]
    [InlineData("POST", "/hubs/study/negotiate")]
    [InlineData("POST", "/hubs/comparison/negotiate")]
    [InlineData("POST", "/_blazor/negotiate")]
    [InlineData("POST", "/session/end")]
    [InlineData("PUT", "/")]
    public async Task A_program_that_has_not_entered_is_told(string method, string path)
    {
        using var guest = factory.NewGuest();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await guest.SendAsync(request);

        Assert.True(HttpStatusCode.Unauthorized == answer.StatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    [Theory]
    [InlineData("/enter")]
    [InlineData("/app.css")]
    [InlineData("/js/enter.js")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task What_the_entrance_needs_is_there_for_everybody(string path)
    {
        using var guest = factory.NewGuest();
        using var answer = await guest.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_presenters_token_is_exchanged_for_a_cookie_that_scripts_cannot_read()
    {
        using var guest = factory.NewGuest();
        using var answer = await guest.EnterAsync(GuardedFactory.Token, "/studies/new");

        Assert.Equal((HttpStatusCode.SeeOther, "/studies/new"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("hpo-visitor-5080=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("New study", await guest.ReadAsync("/studies/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_may_look_at_everything_and_start_nothing()
    {
        using var viewer = await factory.ViewerAsync();

        var home = await viewer.ReadAsync("/");
        Assert.Contains("Comparisons", home, StringComparison.Ordinal);
        Assert.DoesNotContain("/studies/new", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Examples", home, StringComparison.Ordinal);
        Assert.DoesNotContain("/comparisons/new", await viewer.ReadAsync("/comparisons"), StringComparison.Ordinal);
        foreach (var path in new[] { "/studies/new", "/comparisons/new", "/studies/new?example=lenet" })
        {
            using var answer = await viewer.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("This is the presenter’s", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_weaker_link_takes_nothing_away_and_a_stronger_one_gives()
    {
        using var guest = await factory.ViewerAsync();
        using (await guest.EnterAsync(GuardedFactory.Token))
        using (await guest.EnterAsync(factory.ViewerToken))
        using (var answer = await guest.GetAsync("/studies/new"))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("wrong-token-of-somebody")]
    [InlineData("")]
    [InlineData("the-presenter's-own-toke")]
    public async Task A_wrong_token_is_refused_in_words(string token)
    {
        using var apart = new GuardedFactory();
        using var guest = apart.NewGuest();
        using var answer = await guest.EnterAsync(token, "/comparisons");

        Assert.Equal("/enter?problem=Wrong&from=%2Fcomparisons", answer.Headers.Location!.OriginalString);
        Assert.Null(guest.Visitor);
        Assert.Contains("This does not fit.", await guest.ReadAsync(answer.Headers.Location.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_the_right_token_enters_however_many_wrong_ones_came_from_the_same_address()
    {
        using var apart = new GuardedFactory();
        using var guest = apart.NewGuest();
        for (var i = 0; i <= Hpo.Dashboard.Access.Limits.WrongGuessesPerMinute; i++)
        {
            using var answer = await guest.EnterAsync($"wrong-token-number-{i}");
            Assert.Equal("/enter?problem=Wrong", answer.Headers.Location!.OriginalString);
        }

        using var right = await guest.EnterAsync(GuardedFactory.Token);
        Assert.Equal("/", right.Headers.Location!.OriginalString);
        Assert.NotNull(guest.Visitor);
    }

    [Fact]
    public async Task Only_a_form_of_our_own_enters()
    {
        using var guest = factory.NewGuest();
        using var answer = await guest.PostAsync("/session", ("token", GuardedFactory.Token));

        Assert.Equal("/enter?problem=Form", answer.Headers.Location!.OriginalString);
        Assert.Null(guest.Visitor);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_not_read()
    {
        using var guest = factory.NewGuest();
        using var answer = await guest.EnterAsync(new string('x', 100_000));

        Assert.InRange((int)answer.StatusCode, 300, 499);
        Assert.Null(guest.Visitor);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    public async Task Nobody_is_sent_elsewhere(string from)
    {
        using var guest = factory.NewGuest();
        using var answer = await guest.EnterAsync(GuardedFactory.Token, from);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_copy_of_a_cookie_is_worth_nothing_after_leaving_and_after_a_restart()
    {
        using var guest = await factory.PresenterAsync();
        var copy = guest.Visitor!;
        using (await guest.LeaveAsync())
        using (var answer = await Replay(factory, copy))
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);

        var signedOut = new Hpo.Dashboard.Access.SignedOut(factory.Data.Path, TimeProvider.System);
        Assert.NotEmpty(await File.ReadAllLinesAsync(Path.Combine(factory.Data.Path, "signed-out.txt")));
        Assert.All(await File.ReadAllLinesAsync(Path.Combine(factory.Data.Path, "signed-out.txt")), line => Assert.True(signedOut.Contains(line.Split(' ')[0])));
    }

    [Theory]
    [InlineData("hpo-visitor-5080=CfDJ8")]
    [InlineData("hpo-visitor-5080=")]
    [InlineData("hpo-visitor-5080=chunks-9999")]
    public async Task A_made_up_cookie_opens_nothing(string cookie)
    {
        using var answer = await Replay(factory, cookie);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task No_token_stands_in_a_page_a_cookie_an_address_or_a_log()
    {
        using var guest = await factory.PresenterAsync();
        using var viewer = await factory.ViewerAsync();
        foreach (var path in new[] { "/", "/enter", "/leave", "/studies/new", "/comparisons", "/no/such/page" })
        {
            Assert.DoesNotContain(GuardedFactory.Token, WebUtility.HtmlDecode(await guest.ReadAsync(path)), StringComparison.Ordinal);
            Assert.DoesNotContain(factory.ViewerToken, WebUtility.HtmlDecode(await viewer.ReadAsync(path)), StringComparison.Ordinal);
        }

        Assert.NotEmpty(factory.Logs.Lines);
        Assert.DoesNotContain(factory.Logs.Lines, line => line.Contains(GuardedFactory.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(factory.Logs.Lines, line => line.Contains(factory.ViewerToken, StringComparison.Ordinal));
        Assert.DoesNotContain(factory.Logs.Lines, line => line.Contains(guest.Visitor!.Split('=')[1], StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> Replay(GuardedFactory factory, string cookie)
    {
        using var thief = factory.NewGuest();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.Add("Cookie", cookie);
        return await thief.SendAsync(request);
    }
}
