using System.Net;
using Hpo.Dashboard.Hosting;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class ShareAddressTests
{
    private static readonly IPAddress Machine = IPAddress.Parse("192.0.2.7");

    [Theory]
    [InlineData("http://hall.example:5080/", false, "http://hall.example:5080/watch/abcdef")]
    [InlineData("https://hall.example/", false, "https://hall.example/watch/abcdef")]
    [InlineData("http://localhost:5080/", false, "http://192.0.2.7:5080/watch/abcdef")]
    [InlineData("http://127.0.0.1:5080/", false, "http://192.0.2.7:5080/watch/abcdef")]
    [InlineData("http://127.0.0.1:5080/", true, "http://127.0.0.1:5080/watch/abcdef")]
    public void Others_get_the_address_that_reaches_this_machine_from_theirs(string opened, bool isLoopbackOnly, string expected)
    {
        var share = new ShareAddress(isLoopbackOnly, () => Machine);

        Assert.Equal(new Uri(expected), share.Of(new Uri(opened), "/watch/abcdef"));
        Assert.Equal(isLoopbackOnly, share.IsOnlyHere);
    }

    [Fact]
    public void Without_a_network_the_address_stays_as_it_is() =>
        Assert.Equal(new Uri("http://localhost:5080/watch/a"), new ShareAddress(false, () => null).Of(new Uri("http://localhost:5080/"), "/watch/a"));
}
