using Hpo.Dashboard.Models.Form;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Tests.Form;

public class StudyCloneTests
{
    private static readonly StudyCatalog Catalog = Catalogs.Create();

    private static readonly StudyDefinition Original = new()
    {
        Name = "Original",
        Objective = new("bowl"),
        Space = new(("x", new Uniform(-0.123456789, 1.0 / 3)), ("kind", new Choice("a", "b"))),
        InitialConfigurations = [new(("x", 0.1), ("kind", "a")), new(("x", 0.2), ("kind", "b"))],
        Searcher = new("bohb", new(("randomFraction", 0.123456789))),
        Scheduler = new("fifo"),
        Stop = new(7, TimeLimitSeconds: 5400.25, TargetError: 1e-300),
        Workers = 3,
        MaxEpochs = 1,
        TrialTimeoutSeconds = 1.0 / 3,
        Seed = -12345678901,
        WarmStart = new() { Studies = [new("abc", "Older")], Trials = [new(new(("x", 0.3), ("kind", "b")), 0.5, 1)] },
    };

    [Fact]
    public void The_form_takes_over_everything_exactly()
    {
        var form = Opened();
        Assert.Empty(form.Reading.Problems);
        Assert.Equal(["name"], DefinitionDifference.Between(Original, form.Reading.Definition!, Catalog).Select(change => change.Path));
        Assert.Equal("Older", Assert.Single(form.Reading.Definition!.WarmStart!.Studies).Name);
        Assert.Equal("Original", form.Reading.Definition.ClonedFrom!.Name);
        Assert.False(form.IsEdited);
    }

    [Fact]
    public void Differences_are_told_in_words()
    {
        var form = Opened();
        form.Type(StudyField.Trials, "1000");
        form.Type(StudyField.TimeLimit, "");
        form.Type(StudyField.Searcher, "tpe");
        form.RemoveWarmStart("");
        form.Space.Remove(form.Space.Draft.Rows[1].Id);
        Assert.Equal(
            [
                new("Name", "Original", "Original (2)"),
                new("Trials", "7", "1,000"),
                new("Time limit", "1 hour 30 minutes 0.25 seconds", "none"),
                new("Searcher", "BOHB density model with random share 0.12346", "TPE"),
                new("Learns from", "1 trial of Older", "nothing"),
                new("kind", "one of a, b", null, IsHyperparameter: true),
                new("Tried first", "2 configurations", "1 configuration"),
            ],
            form.Differences!);
    }

    [Fact]
    public void What_was_edited_is_set_aside_and_can_be_brought_back()
    {
        var form = new StudyForm(Catalog);
        form.Type(StudyField.Trials, "99");
        form.Open(Clone);
        Assert.True(form.HasSetAside);
        form.BringBack();
        Assert.Equal(("99", null), (form.Draft[StudyField.Trials], form.Clone));
    }

    [Fact]
    public void The_form_of_a_new_study_shows_the_example_again_after_an_unedited_clone()
    {
        var form = Opened();
        form.Open();
        Assert.Null(form.Clone);
        Assert.Equal("Valley", form.Draft[StudyField.Name]);
        Assert.Empty(form.Warm.Sources);
    }

    [Fact]
    public void A_warm_start_of_which_nothing_fits_keeps_the_study_from_starting()
    {
        var form = Opened();
        form.Space.Replace(new ConfigSpace(("z", new Uniform(0, 1))), null, "take another");
        Assert.Null(form.Reading.Definition);
        Assert.Contains("None of the earlier trials fits", form.Reading.Problems[StudyField.WarmTrials], StringComparison.Ordinal);
        form.RemoveWarmStart("");
        Assert.False(form.Reading.Problems.ContainsKey(StudyField.WarmTrials));
    }

    private static StudyClone Clone => new(new("xyz", "Original"), Original, "Original (2)");

    private static StudyForm Opened()
    {
        var form = new StudyForm(Catalog);
        form.Open(Clone);
        return form;
    }
}
