using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Tests.Access;
using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class MeasuredObjectivesTests
{
    [Fact]
    public async Task What_there_is_to_tell_is_found_out_at_the_start()
    {
        var told = new List<string>();
        StudyCatalog catalog = new([Entry("one", () => Tell("one")), Entry("silent", null), Entry("two", () => Tell("two"))]);
        using var service = new MeasuredObjectives(catalog, NullLogger<MeasuredObjectives>.Instance);
        await service.StartAsync(CancellationToken.None);
        await service.ExecuteTask!;
        Assert.Equal(["one", "two"], told);

        string Tell(string type)
        {
            told.Add(type);
            return type;
        }
    }

    [Fact]
    public async Task A_fault_of_one_objective_ends_neither_the_program_nor_the_others()
    {
        var told = new List<string>();
        using var logs = new AllLogs();
        StudyCatalog catalog = new([Entry("broken", () => throw new InvalidOperationException("no such file")), Entry("sound", () => { told.Add("sound"); return ""; })]);
        using var service = new MeasuredObjectives(catalog, new Logger<MeasuredObjectives>(LoggerFactory.Create(logging => logging.AddProvider(logs))));
        await service.StartAsync(CancellationToken.None);
        await service.ExecuteTask!;

        Assert.Equal(["sound"], told);
        Assert.Contains("A fault in finding out about the objective broken: its page finds out itself", Assert.Single(logs.Lines), StringComparison.Ordinal);
    }

    private static ObjectiveEntry Entry(string type, Func<string>? measured) => new(type, type, "Any.", _ => new Branin()) { Measured = measured };
}
