using System.Reflection;
using Hpo.Engine.Searchers;
using Hpo.Studies.Running;

namespace Hpo.Studies.Tests.Running;

public sealed class MeasuredSearcherTests
{
    [Fact]
    public void It_forwards_everything_that_a_searcher_is_told_and_asked() => Assert.All(
        typeof(HpoSearcher).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(method => method.IsVirtual),
        method => Assert.Equal(
            typeof(MeasuredSearcher),
            typeof(MeasuredSearcher).GetMethod(method.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [.. method.GetParameters().Select(parameter => parameter.ParameterType)])!.DeclaringType));
}
