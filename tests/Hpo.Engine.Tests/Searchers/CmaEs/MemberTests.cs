using Hpo.Engine.Searchers.CmaEs;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class MemberTests
{
    [Fact]
    public void Errors_after_different_numbers_of_epochs_are_not_compared()
    {
        Member[] members =
        [
            Member.OfFailed(1, [], true),
            new(2, [], true, Epochs: 1, Error: 0.1),
            new(3, [], true, Epochs: 9, Error: 0.8),
            new(4, [], true, Epochs: 9, Error: 0.3),
            new(5, [], true, Epochs: 1, Error: 0.05),
        ];
        Assert.Equal([4, 3, 5, 2, 1], members.Order().Select(member => member.TrialId));
    }

    [Fact]
    public void Equal_errors_and_failures_stand_in_the_order_of_trials()
    {
        Member[] members = [Member.OfFailed(4, [], true), new(3, [], true, 1, 0.5), Member.OfFailed(1, [], true), new(2, [], true, 1, 0.5)];
        Assert.Equal([2, 3, 1, 4], members.Order().Select(member => member.TrialId));
        Assert.Equal([2, 3, 1, 4], members.Reverse().Order().Select(member => member.TrialId));
    }
}
