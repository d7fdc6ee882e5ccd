using Hpo.Engine.Space;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Tests.Hostile;

/// <summary>A study that ends at once.</summary>
internal static class BraninStudy
{
    public static readonly StudyDefinition Definition = new()
    {
        Name = "a study of the test's own",
        Objective = new("branin"),
        Space = new(("x1", new Uniform(-5, 10)), ("x2", new Uniform(0, 15))),
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(Trials: 3),
    };
}
