using Hpo.Studies.Running;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hpo.Dashboard.Hosting;

/// <summary>
/// Whether the program is alive (<c>/healthz</c>: it answers) and ready (<c>/readyz</c>: its data folder can be read and written), for whoever watches over it. Anybody may
/// ask, and is told one word.
/// </summary>
internal sealed class Health(StudyService studies) : IHealthCheck
{
    public const string AlivePath = "/healthz", ReadyPath = "/readyz";

    public static void Map(WebApplication app)
    {
        app.MapHealthChecks(AlivePath, new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(ReadyPath).AllowAnonymous();
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            studies.RequireUsable();
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The data folder cannot be used.", exception));
        }
    }
}
