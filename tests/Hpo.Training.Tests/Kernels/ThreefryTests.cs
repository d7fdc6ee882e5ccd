using System.Runtime.Intrinsics;
using Hpo.Training.Kernels;

namespace Hpo.Training.Tests.Kernels;

public class ThreefryTests
{
    /// <summary>The known answers that the authors of the generator publish.</summary>
    [Theory]
    [InlineData(0u, 0u, 0ul, 0x9d1c5ec6u, 0x8bd50731u)]
    [InlineData(uint.MaxValue, uint.MaxValue, ulong.MaxValue, 0xfd36d048u, 0x2d17272cu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x0370734413198a2eul, 0xba3e4725u, 0xf27d669eu)]
    public void It_gives_the_published_answers_in_every_lane(uint first, uint second, ulong key, uint expectedFirst, uint expectedSecond)
    {
        var (actualFirst, actualSecond) = new Threefry(key).Draw(Vector256.Create(first), Vector256.Create(second));
        Assert.Equal(Vector256.Create(expectedFirst), actualFirst);
        Assert.Equal(Vector256.Create(expectedSecond), actualSecond);
    }
}
