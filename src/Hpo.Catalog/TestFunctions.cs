using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;

namespace Hpo.Catalog;

/// <summary>Functions whose smallest value is known, so that one can see how close a searcher comes.</summary>
internal static class TestFunctions
{
    private const string Heading = "Test functions";

    /// <summary>Slow enough that the curve can be watched, fast enough for hundreds of trials.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>From few variables to many.</summary>
    public static IEnumerable<ObjectiveEntry> Entries =>
    [
        Entry("branin", "Branin", "Two variables and three equally deep valleys, each down to 0.397887.", () => new Branin()),
        Entry("six-hump-camel", "Six-hump camel", "Two variables and six valleys, of which two reach the smallest value, −1.0316.", () => new SixHumpCamel()),
        Entry("hartmann-3", "Hartmann, 3 variables", "Three variables and four valleys, the deepest −3.86278.", () => new Hartmann3()),
        Entry("rosenbrock-4", "Rosenbrock, 4 variables", "A narrow bent valley: easy to find, hard to follow to its lowest point, 0 where all variables are 1.", () => new Rosenbrock(4), "4"),
        Entry("levy-4", "Levy, 4 variables", "A wavy bowl, 0 where all variables are 1.", () => new Levy(4), "4"),
        Entry("styblinski-tang-4", "Styblinski–Tang, 4 variables", "Sixteen valleys, the deepest −156.66466 where all variables are −2.9035.", () => new StyblinskiTang(4), "4"),
        Entry("ackley-5", "Ackley, 5 variables", "Countless shallow dents around one deep hole: 0 where all variables are 0.", () => new Ackley(5), "5"),
        Entry("rastrigin-5", "Rastrigin, 5 variables", "An egg carton: a valley at every whole number, the deepest 0 where all variables are 0.", () => new Rastrigin(5), "5"),
        Entry("hartmann-6", "Hartmann, 6 variables", "Six variables and six valleys, the deepest −3.32237: where models of the errors pay off.", () => new Hartmann6()),
    ];

    private static ObjectiveEntry Entry<T>(string type, string name, string explanation, Func<T> create, string arguments = "")
        where T : AnalyticObjective =>
        new(type, name, explanation, _ => new PacedObjective(create(), Pace))
        {
            Group = Heading,
            Code = ComponentCode.Of<T>(arguments),
            CreateSimulated = create,
            Pace = "Ten trials a second on one worker.",
        };
}
