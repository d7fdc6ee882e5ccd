using Hpo.Dashboard.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Hpo.Dashboard.Access;

/// <summary>Says to the services of a circuit whose it is, before its first component is made.</summary>
internal sealed class VisitorCircuit(AuthenticationStateProvider states, CurrentVisitor current) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        LiveMetrics.Circuit(1);
        current.Enter((await states.GetAuthenticationStateAsync()).User);
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        LiveMetrics.Circuit(-1);
        return Task.CompletedTask;
    }
}
