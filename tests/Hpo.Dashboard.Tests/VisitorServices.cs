using Hpo.Dashboard.Access;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Dashboard.Tests;

internal static class VisitorServices
{
    /// <summary>Says who looks at the pages: the presenter, unless a test wants somebody else.</summary>
    public static void AddVisitor(this IServiceCollection services, Visitor? visitor = null)
    {
        services.AddSingleton(new CurrentVisitor(visitor ?? Visitor.Presenter, canLeave: visitor is not null, signedOut: null));
        services.AddSingleton<StartLimit>();
        services.AddSingleton(new Refusals(NullLogger<Refusals>.Instance));
        services.AddScoped<StartGate>();
        services.AddSingleton<TemporaryFolder>();
        services.AddSingleton(provider => new ClassDatabase(Path.Combine(provider.GetRequiredService<TemporaryFolder>().Path, "class.db")));
        services.AddSingleton<ClassRoom>();
        services.AddSingleton(provider => new StudyQueue(
            provider.GetRequiredService<StudyService>(), provider.GetRequiredService<ClassDatabase>(), TimeProvider.System, cores: 1));
        services.AddScoped<StudentGate>();
        services.AddScoped<StudyStarts>();
        services.AddScoped<StudySteering>();
    }
}
