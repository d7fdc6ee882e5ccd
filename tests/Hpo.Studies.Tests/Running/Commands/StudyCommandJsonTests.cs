using Hpo.Studies.Running.Commands;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running.Commands;

public class StudyCommandJsonTests
{
    public static TheoryData<StudyCommand> EveryCommand =>
    [
        new PauseStudy(), new ContinueStudy(), new StopStudy(), new WithdrawStop(), new CancelStudy(), new SetNumberOfTrials(7), new SetWorkers(3),
        new TryConfiguration(Initial), new WithdrawConfiguration(2), new StopTrial(12),
    ];

    [Theory, MemberData(nameof(EveryCommand))]
    public void A_command_comes_back_as_it_was(StudyCommand command) =>
        Assert.Equal(command, StudyCommandJson.ReadCommand(StudyCommandJson.Write(command)));

    [Theory, MemberData(nameof(EveryCommand))]
    public void So_does_an_answer_with_what_takes_it_back(StudyCommand undo)
    {
        var answer = StudyAnswer.Done("It was done.", undo);
        Assert.Equal(answer, StudyCommandJson.ReadAnswer(StudyCommandJson.Write(answer)));
    }

    [Fact]
    public void Every_command_is_covered() => Assert.Equal(
        typeof(StudyCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StudyCommand))).Select(type => type.Name).Order(),
        EveryCommand.Select<object[], string>(row => row[0].GetType().Name).Order());

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"dropEverything"}""")]
    [InlineData("""{"type":"setWorkers"}""")]
    [InlineData("""{"type":"setWorkers","workers":"many"}""")]
    [InlineData("""{"type":"tryConfiguration","configuration":null}""")]
    public void What_is_no_command_is_refused_in_words(string json) =>
        Assert.Throws<InvalidDataException>(() => StudyCommandJson.ReadCommand(json));
}
