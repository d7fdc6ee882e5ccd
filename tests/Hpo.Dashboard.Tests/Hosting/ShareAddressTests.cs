using Hpo.Dashboard.Hosting;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class ShareAddressTests
{
    [Theory]
    [InlineData("http://hall.example:5080/", "http://192.0.2.7:5080", "http://hall.example:5080/watch/abcdef")]
    [InlineData("https://hall.example/", "http://192.0.2.7:5080", "https://hall.example/watch/abcdef")]
    [InlineData("http://localhost:5080/", "http://192.0.2.7:5080", "http://192.0.2.7:5080/watch/abcdef")]
    [InlineData("http://127.0.0.1:5080/", "http://192.0.2.7:5080", "http://192.0.2.7:5080/watch/abcdef")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080", "http://127.0.0.1:5080/watch/abcdef")]
    public void Others_get_the_address_that_reaches_this_machine_from_theirs(string opened, string listens, string expected)
    {
        var share = Create(listens);

        Assert.Equal(new Uri(expected), share.Of(new Uri(opened), "/watch/abcdef"));
        Assert.Equal(listens.Contains("127.0.0.1", StringComparison.Ordinal), share.IsOnlyHere);
    }

    [Fact]
    public void A_name_that_was_given_at_the_start_comes_before_numbers() => Assert.Equal(
        new Uri("http://lab.example:5080/watch/a"), Create("http://0.0.0.0:5080", "lab.example").Of(new Uri("http://localhost:5080/"), "/watch/a"));

    private static ShareAddress Create(string listens, params string[] names) =>
        new(new DashboardOptions { Urls = listens, DataFolder = "", HostNames = [.. names] });
}
