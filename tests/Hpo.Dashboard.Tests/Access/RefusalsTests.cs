using System.Net;
using Hpo.Dashboard.Access;
using Microsoft.Extensions.Logging;

namespace Hpo.Dashboard.Tests.Access;

public sealed class RefusalsTests
{
    [Fact]
    public async Task A_refusal_is_told_with_the_role_and_without_a_secret()
    {
        using var factory = new GuardedFactory();
        using var viewer = await factory.ViewerAsync();
        using (await viewer.SubmitAsync("/enter", "/session", ("token", "a-wrong-but-telling-token"), ("from", "/")))
        using (await factory.NewGuest().GetAsync("/enter"))
        {
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/session");
        foreign.Headers.Add("Origin", "http://evil.example");
        using var answer = await viewer.SendAsync(foreign);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Information: Refused to a viewer: to enter. The token is wrong. ", factory.Logs.Lines);
        Assert.Contains("Information: Refused to a stranger: a request. It comes from a page of another site. ", factory.Logs.Lines);
        Assert.DoesNotContain(factory.Logs.Lines, line => line.Contains("telling", StringComparison.Ordinal) || line.Contains(factory.ViewerToken, StringComparison.Ordinal));
    }

    [Fact]
    public void Strangers_do_not_fill_the_log()
    {
        using var logs = new AllLogs();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(logs));
        using var refusals = new Refusals(new Logger<Refusals>(loggers));
        for (var i = 0; i < 10 * Refusals.MostPerMinute; i++)
            refusals.Say("to enter", new Visitor("x", VisitorRole.Student), "The token is wrong.");

        Assert.Equal(Refusals.MostPerMinute, logs.Lines.Count);
        Assert.All(logs.Lines, line => Assert.StartsWith("Information: Refused to a student: ", line, StringComparison.Ordinal));
    }
}
