using Hpo.Dashboard.Hosting;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class ProgramLogTests
{
    [Fact]
    public void An_answer_to_a_page_that_was_closed_is_no_fault_of_the_program() => Assert.True(ProgramLog.IsAnswerToClosedPage(Fault(RemoteJSRuntime.EndInvokeDotNet)));

    [Fact]
    public void The_same_fault_elsewhere_is_one() => Assert.False(ProgramLog.IsAnswerToClosedPage(Fault(Elsewhere)));

    private static object? Missing => null;

    private static AggregateException Fault(Action act) => new(Assert.Throws<NullReferenceException>(act));

    private static void Elsewhere() => Missing!.ToString();

    // named as the framework's, by which the fault is known
    private static class RemoteJSRuntime
    {
        public static void EndInvokeDotNet() => Missing!.ToString();
    }
}
