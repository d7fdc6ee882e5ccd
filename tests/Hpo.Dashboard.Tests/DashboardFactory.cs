using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Hpo.Dashboard.Tests;

/// <summary>The whole app in this process, without a network, on a data folder of its own.</summary>
public class DashboardFactory : WebApplicationFactory<Program>
{
    public TemporaryFolder Data { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("data", Data.Path);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Data.Dispose();
    }
}
