using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>The links that let people in, and what is refused at the door of the real program.</summary>
public sealed partial class EntranceTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_link_lets_one_in_and_leaves_no_token_behind()
    {
        await using var app = await RunningApp.StartAsync("--token", "auto");
        var (presenter, viewers) = await LinksAsync(app);
        await using var context = await browser.NewContextAsync(View.Laptop);
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(app.Address, "studies/new").ToString());
        Assert.EndsWith("/enter?from=%2Fstudies%2Fnew", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(new Uri(app.Address, "enter") + viewers);
        await page.Locator(".shell[data-interactive]").WaitForAsync();
        Assert.DoesNotContain(viewers[1..], page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "New study" })).ToHaveCountAsync(0);

        // the same tab, another link: nothing is loaded for what stands behind a #, which the page must notice
        await page.GotoAsync(new Uri(app.Address, "enter").ToString());
        await page.EvaluateAsync("token => location.hash = token", presenter);
        await page.Locator(".shell[data-interactive]").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "New study" }).First).ToBeVisibleAsync();
        await page.GoBackAsync();
        Assert.DoesNotContain(presenter[1..], page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_student_joins_starts_and_stands_on_the_board()
    {
        await using var app = await RunningApp.StartAsync("--token", "auto");
        var (presenter, _) = await LinksAsync(app);
        await using var first = await browser.NewContextAsync(View.Laptop);
        await using var second = await browser.NewContextAsync(View.Laptop);
        var (teacher, student) = (await first.NewPageAsync(), await second.NewPageAsync());
        await teacher.GotoAsync(new Uri(app.Address, "enter") + presenter);
        await teacher.Locator(".shell[data-interactive]").WaitForAsync();
        await teacher.GetByRole(AriaRole.Link, new() { Name = "Class", Exact = true }).ClickAsync();
        await teacher.GetByRole(AriaRole.Switch).ClickAsync();
        await Assertions.Expect(teacher.GetByRole(AriaRole.Switch)).ToBeCheckedAsync();

        // what the picture on the wall says
        await student.GotoAsync(await teacher.Locator("#class-link").GetAttributeAsync("href") ?? "");
        await student.GetByLabel("Your name, as the others see it").FillAsync("Ann");
        await student.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await student.Locator(".shell[data-interactive]").WaitForAsync();
        await student.GotoAsync(new Uri(app.Address, "studies/new").ToString());
        await student.Locator(".shell[data-interactive]").WaitForAsync();
        await student.ChooseAsync("Objective", "Branin");
        await student.GetByLabel("Trials", new() { Exact = true }).FillAsync("500");
        await Assertions.Expect(student.GetByText("A student's study has at most 50 trials.")).ToBeVisibleAsync();
        await student.GetByLabel("Trials", new() { Exact = true }).FillAsync("5");
        await student.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await student.WaitForURLAsync(new Regex("/studies/[a-z0-9]{8}$"));

        await Assertions.Expect(teacher.Locator(".board .person")).ToContainTextAsync("Ann");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    public async Task No_page_is_wider_than_the_smallest_phones(int width)
    {
        await using var app = await RunningApp.StartAsync("--token", "auto");
        var (presenter, _) = await LinksAsync(app);
        var view = new View { Width = width, Height = 640 };
        await using var first = await browser.NewContextAsync(view);
        await using var second = await browser.NewContextAsync(view);
        var (teacher, student) = (await first.NewPageAsync(), await second.NewPageAsync());
        await teacher.GotoAsync(new Uri(app.Address, "enter") + presenter);
        await teacher.Locator(".shell[data-interactive]").WaitForAsync();
        await teacher.GotoAsync(new Uri(app.Address, "class").ToString());
        await teacher.Locator(".shell[data-interactive]").WaitForAsync();
        await teacher.GetByRole(AriaRole.Switch).ClickAsync();
        await student.GotoAsync(await teacher.Locator("#class-link").GetAttributeAsync("href") ?? "");
        await AssertFitsAsync(student);
        await student.GetByLabel("Your name, as the others see it").FillAsync("Ann-Kathrin of the long and winding name");
        await student.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await student.Locator(".shell[data-interactive]").WaitForAsync();
        foreach (var page in new[] { teacher, student })
        {
            foreach (var path in new[] { "", "class", "comparisons", "studies/new", "studies/open", "join", "leave", "watch", "not-found" })
            {
                await page.GotoAsync(new Uri(app.Address, path).ToString());
                await AssertFitsAsync(page);
            }
        }

        await teacher.GotoAsync(new Uri(app.Address, "comparisons/new").ToString());
        await AssertFitsAsync(teacher);
        await using var third = await browser.NewContextAsync(view);
        var guest = await third.NewPageAsync();
        await guest.GotoAsync(new Uri(app.Address, "enter").ToString());
        await AssertFitsAsync(guest);
    }

    /// <summary>Nothing has to be scrolled sideways.</summary>
    private static async Task AssertFitsAsync(IPage page)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px wider than its window.");
        // the bar stands still, so that what is cut off in it cannot be scrolled to
        var end = await page.Locator("hpo-theme-switch").EvaluateAsync<double>("it => it.getBoundingClientRect().right - innerWidth");
        Assert.True(end <= 0, $"In the bar of {page.Url} the theme switch is cut off by {end} px.");
    }

    [Theory]
    [InlineData("Host: evil.example", "", 400)]
    [InlineData("Host: localhost", "Origin: http://evil.example", 403)]
    [InlineData("Host: localhost", "Sec-Fetch-Site: cross-site", 403)]
    [InlineData("Host: localhost", "", 413)]
    [InlineData("", "", 400)]
    public async Task What_is_wrong_with_a_request_is_said_at_once(string host, string header, int status)
    {
        await using var app = await RunningApp.StartAsync("--token", "auto");
        var head = string.Join("\r\n", new[] { "POST /session HTTP/1.1", host, header, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 50000000" }.Where(line => line.Length > 0));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadLineAsync().WaitAsync(Patience);

        Assert.True(answer == null || answer.Contains($" {status} ", StringComparison.Ordinal) || (status == 413 && answer.Contains(" 303 ", StringComparison.Ordinal)), answer);
        Assert.Empty(app.Errors);
    }

    [Fact]
    public async Task Who_sends_a_header_for_ever_is_cut_off_and_holds_up_nobody()
    {
        await using var app = await RunningApp.StartAsync();
        var slow = new List<TcpClient>();
        for (var i = 0; i < 200; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, app.Address.Port);
            await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray());
            slow.Add(client);
        }

        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(app.Address).WaitAsync(Patience)).StatusCode);
        foreach (var client in slow)
        {
            using var reader = new StreamReader(client.GetStream());
            Assert.Contains(" 408 ", await reader.ReadToEndAsync().WaitAsync(Patience), StringComparison.Ordinal);
            client.Dispose();
        }
    }

    /// <summary>What stands behind the # of the two links, with it.</summary>
    private static async Task<(string Presenter, string Viewers)> LinksAsync(RunningApp app)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (app.Output.Count(line => Link().IsMatch(line)) < 2)
            await Task.Delay(20, patience.Token);
        var links = app.Output.Select(line => Link().Match(line)).Where(match => match.Success).Select(match => match.Value).ToList();
        return (links[0], links[1]);
    }

    [GeneratedRegex("#[a-z0-9]{20,}$")]
    private static partial Regex Link();
}
