using System.Text.Json;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>What a person sees in the terminal.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Says_in_one_line_where_it_listens_and_nothing_else()
    {
        await using var app = await RunningApp.StartAsync();

        Assert.Equal([$"HPO Dashboard listens on {app.Address.ToString().TrimEnd('/')} (Ctrl+C stops it)"], app.Output);
    }

    [Fact]
    public async Task For_programs_every_line_of_the_log_is_an_object_and_what_people_read_stands_elsewhere()
    {
        await using var app = await RunningApp.StartAsync("--log-format", "json");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (app.Output.Count < 2)
            await Task.Delay(20, patience.Token);

        Assert.StartsWith("HPO Dashboard listens on ", Assert.Single(app.Output, line => !line.StartsWith('{')), StringComparison.Ordinal);
        using var ready = JsonDocument.Parse(Assert.Single(app.Output, line => line.StartsWith('{')));
        Assert.Equal($"HPO Dashboard is ready at {app.Address.ToString().TrimEnd('/')}", ready.RootElement.GetProperty("Message").GetString());
    }

    [Fact]
    public async Task A_taken_port_ends_in_one_sentence_that_names_the_option()
    {
        await using var first = await RunningApp.StartAsync();
        var port = first.Address.Port;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync("--port", $"{port}"));

        Assert.EndsWith(
            $"It said:\nThe dashboard cannot listen on http://127.0.0.1:{port} (the port is taken): start with another port, such as --port {port + 1}.",
            failure.Message, StringComparison.Ordinal);
    }
}
