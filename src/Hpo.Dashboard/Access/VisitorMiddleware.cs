namespace Hpo.Dashboard.Access;

/// <summary>Says to the services of a request who it is from.</summary>
internal sealed class VisitorMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentVisitor current)
    {
        current.Enter(context.User);
        return next(context);
    }
}
