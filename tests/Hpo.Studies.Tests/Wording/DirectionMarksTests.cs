using Hpo.Studies.Classes;
using Hpo.Studies.Definitions;
using Hpo.Studies.Organising;
using Hpo.Studies.Running;
using Hpo.Studies.Wording;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Wording;

public sealed class DirectionMarksTests
{
    private const string Turned = "a\u202Eb\u2066c\u200F";

    [Fact]
    public void Names_are_kept_and_read_without_them()
    {
        using var folder = new TemporaryFolder();
        using var service = new StudyService(folder.Path, Components);
        Assert.Equal("abc", service.Start(Definition with { Name = Turned }).Definition.Name);

        var read = StudyDefinitionJson.Read(StudyDefinitionJson.Write(Definition with { Name = Turned, ClonedFrom = new("x", Turned) }));
        Assert.Equal(("abc", "abc"), (read.Name, read.ClonedFrom!.Name));
    }

    [Fact]
    public void So_are_tags_and_notes_and_nobody_joins_with_one()
    {
        Assert.Equal(("abc", "abc"), (TagRules.Normalise(Turned), NoteRules.Clean(Turned)));
        Assert.NotNull(Person.NameProblem(Turned));
    }

    [Fact]
    public void Values_stay_what_they_are_and_are_shown_without_them()
    {
        Hpo.Engine.Space.ParameterValue value = Turned;
        Assert.Equal((Turned, "abc"), (value.AsText(), Format.Value(value)));
    }

    [Fact]
    public void Other_texts_are_not_touched()
    {
        const string hebrew = "\u05E9\u05DC\u05D5\u05DD, 東京, é\u200D";
        Assert.Same(hebrew, DirectionMarks.Without(hebrew));
    }
}
