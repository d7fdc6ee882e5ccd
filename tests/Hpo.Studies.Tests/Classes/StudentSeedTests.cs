using Hpo.Studies.Classes;

namespace Hpo.Studies.Tests.Classes;

public sealed class StudentSeedTests
{
    [Fact]
    public void Every_form_of_a_class_begins_with_another_seed()
    {
        var seeds = (from student in Enumerable.Range(0, 50) from study in Enumerable.Range(0, 4) select StudentSeed.Of($"student-{student}", study)).ToList();

        Assert.Distinct(seeds);
        Assert.All(seeds, seed => Assert.InRange(seed, 1, 999_999));
    }

    [Fact]
    public void A_form_that_is_opened_again_begins_with_the_same() => Assert.Equal(StudentSeed.Of("ann", 3), StudentSeed.Of("ann", 3));
}
