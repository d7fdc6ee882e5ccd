using Hpo.Dashboard.Access;
using Hpo.Dashboard.Pages;

namespace Hpo.Dashboard.Hosting;

/// <summary>Where a viewer becomes a student: with a name, and the same session.</summary>
internal static class ClassEntrance
{
    /// <summary>The page, and where its form goes.</summary>
    public const string Path = "/join", JoinPath = "/session/join";

    public static void MapClassEntrance(this WebApplication app) => app.MapPost(JoinPath, JoinAsync).AsForm();

    private static async Task<IResult> JoinAsync(HttpContext context, AccessTokens tokens, CurrentVisitor current, ClassRoom room)
    {
        // the presenter loses nothing by pressing the wrong button
        if (tokens.IsOpen || current.Visitor.IsPresenter || current.Visitor.IsStudent || VisitorClaims.SessionOf(context.User) is not { } session)
            return Entrance.SeeOther("/class");
        if (await Entrance.FormOf(context) is not { } form)
            return Entrance.SeeOther(Path);
        if (room.Join(session, form["name"].ToString()) is not JoinProblem.None and var problem)
            return Entrance.SeeOther($"{Path}?{Join.ProblemParameter}={problem}");
        await Entrance.SignInAsync(context, session, VisitorRole.Student, tokens);
        return Entrance.SeeOther("/class");
    }
}
