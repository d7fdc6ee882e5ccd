using Hpo.Dashboard.Hosting;
using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class MeasuredObjectivesTests
{
    [Fact]
    public async Task What_there_is_to_tell_is_found_out_at_the_start()
    {
        var told = new List<string>();
        StudyCatalog catalog = new([Entry("one", () => Tell("one")), Entry("silent", null), Entry("two", () => Tell("two"))]);
        using var service = new MeasuredObjectives(catalog);
        await service.StartAsync(CancellationToken.None);
        await service.ExecuteTask!;
        Assert.Equal(["one", "two"], told);

        string Tell(string type)
        {
            told.Add(type);
            return type;
        }
    }

    private static ObjectiveEntry Entry(string type, Func<string>? measured) => new(type, type, "Any.", _ => new Branin()) { Measured = measured };
}
