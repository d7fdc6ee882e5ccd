using Hpo.Comparisons.Running;
using Hpo.Dashboard.Tests.Access;
using Hpo.Studies.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Hostile;

/// <summary>Hubs that are called wrongly, out of order, too often or too long: the caller is told or cut off, and everybody else goes on.</summary>
public sealed class HostileHubTests(GuardedFactory factory) : IClassFixture<GuardedFactory>
{
    public static TheoryData<string> BadCalls => new(
        """{"type":4,"invocationId":"1","target":"Watch","arguments":[]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["unknown"]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["unknown",0]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["unknown",-1]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["unknown",1e400]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["unknown",9223372036854775808]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["unknown",0,1,2,3,4,5]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":[{"a":[]},"x"]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":[null,0]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["../../etc/passwd",0]}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["<script>alert(1)</script>",0]}""",
        """{"type":4,"invocationId":"1","target":"Cancel","arguments":["unknown"]}""",
        """{"type":1,"invocationId":"1","target":"Watch","arguments":["unknown",0]}""",
        """{"type":1,"target":"RequestStop","arguments":["unknown"]}""",
        """{"type":1,"invocationId":"1","target":"Dispose","arguments":[]}""",
        """{"type":1,"invocationId":"1","target":"OnConnectedAsync","arguments":[]}""",
        """{"type":5,"invocationId":"never-begun"}""",
        """{"type":2,"invocationId":"never-begun","item":1}""",
        """{"type":3,"invocationId":"never-begun","result":1}""",
        """{"type":4,"target":"Watch","arguments":["unknown",0]}""",
        """{"type":"four"}""",
        """{"type":4,"invocationId":"1","target":"Watch","arguments":["a",0],"streamIds":["s","s","s"]}""",
        "{}",
        "[]",
        "null",
        "{\"type\":4",
        "\u0000\u0001\u0002",
        RawHub.Handshake);

    [Theory]
    [MemberData(nameof(BadCalls))]
    public async Task A_bad_call_is_answered_or_cut_off_and_nothing_else_happens(string call)
    {
        foreach (var path in new[] { "/hubs/study", "/hubs/comparison" })
        {
            using var hub = await OpenAsync(path);
            await hub.SendAsync(RawHub.Handshake);
            Assert.Equal("{}", await hub.NextAsync());
            await hub.SendAsync(call);
            // a call that is heard afterwards shows that the connection stands; one that is not, that it was cut off
            await hub.SendAsync("""{"type":4,"invocationId":"last","target":"Watch","arguments":["", 0]}""");
            string? answer;
            do
            {
                answer = await hub.NextAsync();
                Assert.DoesNotContain("   at ", answer ?? "", StringComparison.Ordinal);
            }
            while (answer is not null && !answer.Contains("last", StringComparison.Ordinal));
        }

        await AssertAllIsWellAsync();
    }

    [Theory]
    [InlineData("""{"protocol":"messagepack","version":1}""")]
    [InlineData("""{"protocol":"json"}""")]
    [InlineData("""{"type":4,"invocationId":"1","target":"Watch","arguments":["x",0]}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task Without_a_proper_beginning_there_is_no_connection(string first)
    {
        foreach (var path in new[] { "/hubs/study", "/hubs/comparison", "/_blazor" })
        {
            using var hub = await OpenAsync(path);
            await hub.SendAsync(first);
            string? answer;
            while ((answer = await hub.NextAsync()) is not null)
                Assert.Contains("error", answer, StringComparison.Ordinal);
        }

        await AssertAllIsWellAsync();
    }

    [Theory]
    [InlineData("/hubs/study", 5_000)]
    [InlineData("/hubs/study", 5_000_000)]
    [InlineData("/_blazor", 5_000_000)]
    public async Task A_message_that_is_too_long_ends_the_connection(string path, int length)
    {
        using var hub = await OpenAsync(path);
        if (path != "/_blazor")
        {
            await hub.SendAsync(RawHub.Handshake);
            Assert.Equal("{}", await hub.NextAsync());
        }

        await hub.SendBytesAsync([.. Enumerable.Repeat((byte)'x', length)]);
        while (await hub.NextAsync() is { } answer)
            Assert.Contains("error", answer, StringComparison.Ordinal);
        await AssertAllIsWellAsync();
    }

    [Fact]
    public async Task A_connection_watches_only_so_much()
    {
        var study = factory.Services.GetRequiredService<StudyService>().Start(BraninStudy.Definition);
        using var hub = await OpenAsync("/hubs/study");
        await hub.SendAsync(RawHub.Handshake);
        for (var i = 0; i < 20; i++)
            await hub.SendAsync($$"""{"type":4,"invocationId":"{{i}}","target":"Watch","arguments":["{{study.Id}}",0]}""");
        while (await hub.NextAsync() is { } answer)
        {
            if (answer.Contains("One connection watches at most 8 studies.", StringComparison.Ordinal))
                return;
        }

        Assert.Fail("The connection was cut off.");
    }

    [Theory]
    [InlineData("/hubs/study")]
    [InlineData("/hubs/comparison")]
    [InlineData("/_blazor")]
    public async Task Nobody_connects_from_another_site_or_without_a_cookie(string path)
    {
        using var guest = await factory.PresenterAsync();
        var foreign = await Assert.ThrowsAsync<InvalidOperationException>(() => RawHub.OpenAsync(factory, path, ("Cookie", guest.Visitor!), ("Origin", "http://evil.example")));
        Assert.Contains("403", foreign.Message, StringComparison.Ordinal);
        var anonymous = await Assert.ThrowsAsync<InvalidOperationException>(() => RawHub.OpenAsync(factory, path));
        Assert.Contains("401", anonymous.Message, StringComparison.Ordinal);
        var rebound = await Assert.ThrowsAsync<InvalidOperationException>(() => RawHub.OpenAsync(factory, path, ("Cookie", guest.Visitor!), ("Host", "evil.example")));
        Assert.Contains("400", rebound.Message, StringComparison.Ordinal);
    }

    private async Task<RawHub> OpenAsync(string path)
    {
        using var viewer = await factory.ViewerAsync();
        return await RawHub.OpenAsync(factory, path, ("Cookie", viewer.Visitor!), ("Origin", "http://localhost"));
    }

    private async Task AssertAllIsWellAsync()
    {
        Assert.DoesNotContain(factory.Logs.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal));
        Assert.All(factory.Services.GetRequiredService<StudyService>().List(), study => Assert.Equal(BraninStudy.Definition.Name, study.Name));
        Assert.Empty(factory.Services.GetRequiredService<ComparisonService>().List());
        using var hub = await OpenAsync("/hubs/study");
        await hub.SendAsync(RawHub.Handshake);
        Assert.Equal("{}", await hub.NextAsync());
    }
}
