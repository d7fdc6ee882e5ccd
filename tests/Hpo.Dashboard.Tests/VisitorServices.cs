using Hpo.Dashboard.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests;

internal static class VisitorServices
{
    /// <summary>Says who looks at the pages: the presenter, unless a test wants somebody else.</summary>
    public static void AddVisitor(this IServiceCollection services, Visitor? visitor = null)
    {
        services.AddSingleton(new CurrentVisitor(visitor ?? Visitor.Presenter, canLeave: visitor is not null, signedOut: null));
        services.AddSingleton<StartLimit>();
        services.AddSingleton<StartGate>();
    }
}
