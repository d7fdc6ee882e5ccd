using Microsoft.AspNetCore.Authorization;

namespace Hpo.Dashboard.Access;

/// <summary>Who may do what. Where nothing is said, one must have entered: a new page or endpoint is closed until somebody opens it.</summary>
public static class AccessPolicies
{
    /// <summary>For those who may start studies.</summary>
    public const string Start = "start";

    /// <summary>For the presenter alone.</summary>
    public const string Present = "present";

    internal static void Set(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Start, policy => policy.RequireRole(nameof(VisitorRole.Presenter), nameof(VisitorRole.Student)));
        options.AddPolicy(Present, policy => policy.RequireRole(nameof(VisitorRole.Presenter)));
    }
}
