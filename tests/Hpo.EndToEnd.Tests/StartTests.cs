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
