using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Tests.Space;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Tests.Form;

/// <summary>An objective that can be set up: what trains a network, and where.</summary>
public sealed class ObjectiveParametersTests
{
    private static readonly StudyCatalog Catalog = new(
    [
        new ObjectiveEntry("network", "Network", "A network.", _ => new ValleyObjective("Network", Spaces.LeNet, Spaces.Initial, 10))
        {
            Parameters =
            [
                new("backend", "Backend", "What trains.", new Choice("own", "other"), "own"),
                new("device", "Device", "Where.", new Choice("CPU", "CUDA"), "CPU"),
            ],
            CheckTogether = (_, set) => set.Text("backend") == "own" && set.Text("device") == "CUDA" ? [new Problem("device", "Our own compute on the CPU.")] : [],
        },
    ]);

    private readonly StudyForm _form = new(Catalog);

    [Fact]
    public void They_are_written_down_so_that_later_defaults_change_nothing()
    {
        Assert.Equal(new("network", new(("backend", "own"), ("device", "CPU"))), _form.Reading.Definition!.Objective);

        Type("backend", "other");
        Type("device", "CUDA");

        Assert.Equal(new("network", new(("backend", "other"), ("device", "CUDA"))), _form.Reading.Definition!.Objective);
    }

    [Fact]
    public void What_they_have_against_each_other_stands_at_the_one_to_change()
    {
        Type("device", "CUDA");

        Assert.Equal(new KeyValuePair<(StudyField, string), string>((StudyField.Objective, "device"), "Our own compute on the CPU."), Assert.Single(_form.Reading.ParameterProblems));
        Assert.Null(_form.Reading.Definition);
        Assert.Equal((StudyField.Objective, "device"), _form.FirstProblem);
    }

    [Fact]
    public void A_clone_has_them()
    {
        Type("backend", "other");
        var definition = _form.Reading.Definition!;
        var draft = StudyDraft.Of(definition, "again", Catalog);

        Assert.Equal("other", draft.Parameter(StudyField.Objective, Catalog.Objectives.Default.Parameters[0]));
    }

    private void Type(string name, string text) =>
        _form.Type(StudyField.Objective, _form.Objective.Parameters.Single(parameter => parameter.Name == name), text);
}
