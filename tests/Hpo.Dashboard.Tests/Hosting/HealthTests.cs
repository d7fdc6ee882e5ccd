using System.Net;
using Hpo.Dashboard.Tests.Access;
using Microsoft.Data.Sqlite;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task Whoever_watches_over_it_is_told_without_a_token_whether_it_is_alive_and_ready()
    {
        using var factory = new GuardedFactory();
        using var guest = factory.NewGuest();
        Assert.Equal("Healthy", await guest.ReadAsync("/healthz"));
        Assert.Equal("Healthy", await guest.ReadAsync("/readyz"));

        using (var connection = new SqliteConnection($"Data Source={Path.Combine(factory.Data.Path, "studies.db")};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE request RENAME TO gone";
            command.ExecuteNonQuery();
        }

        using var ready = await guest.GetAsync("/readyz");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        Assert.Equal("Healthy", await guest.ReadAsync("/healthz"));
    }
}
