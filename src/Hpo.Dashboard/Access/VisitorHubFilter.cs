using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Access;

/// <summary>Says to the services of a hub's call who it is from.</summary>
internal sealed class VisitorHubFilter : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        invocationContext.ServiceProvider.GetRequiredService<CurrentVisitor>().Enter(invocationContext.Context.User);
        return next(invocationContext);
    }
}
