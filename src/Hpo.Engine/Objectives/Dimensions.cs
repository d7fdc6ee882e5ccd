using Hpo.Engine.Space;

namespace Hpo.Engine.Objectives;

/// <summary>The same thing in every dimension of a function that has any number of them.</summary>
internal static class Dimensions
{
    public static IEnumerable<T> Repeat<T>(T item, int dimensions, int atLeast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, atLeast);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, ConfigSpace.MaxParameters);
        return Enumerable.Repeat(item, dimensions);
    }
}
